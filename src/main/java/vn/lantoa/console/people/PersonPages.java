package vn.lantoa.console.people;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lantoa.audience.ConsentProof;
import vn.lantoa.audience.Recipient;
import vn.lantoa.audience.Recipients;
import vn.lantoa.audience.Recipients.NewRecipient;
import vn.lantoa.common.Channel;
import vn.lantoa.common.Refusal;
import vn.lantoa.console.frame.Flash;
import vn.lantoa.console.frame.FormFields;
import vn.lantoa.console.frame.Needs;
import vn.lantoa.console.frame.Seen;
import vn.lantoa.roster.Field;
import vn.lantoa.roster.PersonForm;
import vn.lantoa.security.Access;
import vn.lantoa.security.Account;
import vn.lantoa.security.Permission;

/// One person: written down, changed, taken off the list and brought back.
@Controller
class PersonPages {

  private static final String FORM = "console/people/person";

  private final Recipients recipients;
  private final PersonForm form;
  private final ProofForm proofs;
  private final PersonActs acts;
  private final PeopleDetails details;
  private final Access access;

  PersonPages(
      Recipients recipients,
      PersonForm form,
      ProofForm proofs,
      PersonActs acts,
      PeopleDetails details,
      Access access) {
    this.proofs = proofs;
    this.recipients = recipients;
    this.form = form;
    this.acts = acts;
    this.details = details;
    this.access = access;
  }

  @GetMapping(PeopleList.PATH + "/them")
  @Needs(Permission.KEEP_PEOPLE)
  String blank(Account account, Model model) {
    long top = access.top(account, Permission.KEEP_PEOPLE);
    return form(new PersonView(0, "", top, Map.of(), Map.of(), null), account, model);
  }

  @PostMapping(PeopleList.PATH + "/them")
  @Needs(Permission.KEEP_PEOPLE)
  String add(
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    return save(0, "", FormFields.of(fields), account, model, redirect);
  }

  @GetMapping(PeopleList.PATH + "/{id}/sua")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  @Seen(as = "recipient.view", of = "recipient:{id}")
  String edit(@PathVariable long id, Account account, Model model) {
    var known = known(id);
    var typed = new EnumMap<Field, String>(Field.class);
    typed.put(Field.NAME, known.name());
    typed.put(Field.AUDIENCE, known.audience());
    typed.put(Field.CODE, recipients.code(id));
    typed.put(Field.PHONE, address(known, Channel.SMS).replaceFirst("^\\+84", "0"));
    typed.put(Field.EMAIL, address(known, Channel.EMAIL));
    return form(
        new PersonView(id, known.name(), known.unitId(), typed, Map.of(), null), account, model);
  }

  private static String address(Recipient known, Channel channel) {
    return known.contactPoints().stream()
        .filter(point -> point.channel().equals(channel))
        .map(Recipient.ContactPoint::address)
        .findFirst()
        .orElse("");
  }

  @PostMapping(PeopleList.PATH + "/{id}/sua")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  String change(
      @PathVariable long id,
      @RequestParam MultiValueMap<String, String> fields,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var known = known(id);
    return save(id, known.name(), FormFields.of(fields), account, model, redirect);
  }

  private String save(
      long id,
      String name,
      FormFields fields,
      Account account,
      Model model,
      RedirectAttributes redirect) {
    var unit = fields.number("unit");
    if (unit == null) {
      throw new Refusal("people.unknown");
    }
    access.require(account, Permission.KEEP_PEOPLE, unit);
    var typed = typed(fields);
    var read = form.read(unit, typed);
    var person = read.person().orElse(null);
    if (person == null) {
      return form(new PersonView(id, name, unit, typed, read.errors(), null), account, model);
    }
    try {
      long saved = save(id, person, proof(person, fields), account);
      Flash.good(id == 0 ? "people.flash.added" : "people.flash.changed").on(redirect);
      return "redirect:" + PeopleList.PATH + "/" + saved;
    } catch (Refusal refusal) {
      return form(new PersonView(id, name, unit, typed, Map.of(), refusal), account, model);
    }
  }

  private long save(long id, NewRecipient person, ConsentProof proof, Account account) {
    if (id == 0) {
      return acts.add(person, proof, account.actor());
    }
    acts.change(id, person, proof, account.actor());
    return id;
  }

  /// Where nobody agrees, nothing has to be proved.
  private ConsentProof proof(NewRecipient person, FormFields fields) {
    return person.consentSource().isBlank()
        ? ConsentProof.spoken("")
        : proofs.read(fields, person.audience(), person.consentSource());
  }

  private static Map<Field, String> typed(FormFields fields) {
    var typed = new EnumMap<Field, String>(Field.class);
    for (var field : Field.values()) {
      typed.put(field, fields.text(field.name()));
    }
    return typed;
  }

  private String form(PersonView view, Account account, Model model) {
    model.addAttribute("person", view);
    model.addAttribute("proofs", proofs);
    model.addAttribute("units", details.units(access.top(account, Permission.KEEP_PEOPLE)));
    model.addAttribute("audiences", details.audiences());
    return FORM;
  }

  @PostMapping(PeopleList.PATH + "/{id}/xoa")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  String remove(@PathVariable long id, Account account) {
    acts.remove(id, account.actor());
    // Where one is asked whether it was meant.
    return "redirect:" + PeopleList.PATH + "/" + id;
  }

  @PostMapping(PeopleList.PATH + "/{id}/khoi-phuc")
  @Needs(value = Permission.KEEP_PEOPLE, of = Recipient.class)
  String restore(@PathVariable long id, Account account, RedirectAttributes redirect) {
    acts.restore(id, account.actor());
    Flash.good("people.flash.restored").on(redirect);
    return "redirect:" + PeopleList.PATH + "/" + id;
  }

  private Recipient known(long id) {
    return recipients.find(id).orElseThrow(() -> new Refusal("people.unknown"));
  }
}
