package vn.lantoa.console;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import vn.lantoa.LantoaApplication;

/// A test of console pages, asked of the whole program. All of them share one program and one
/// department of examples: what a test changes for everybody it puts back, and what it counts is
/// its own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {LantoaApplication.class, ConsoleFixtures.class},
    properties = {"logging.level.root=ERROR", "logging.level.vn.lantoa=ERROR"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = ConsoleSettings.class)
public @interface ConsoleTest {}
