@echo off
rem Runs Lan Toa on a JDK 25 or newer, building it first where that has not been done.
setlocal
cd /d "%~dp0"
chcp 65001 >nul
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "MAJOR=0"
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i version') do for /f "delims=.-" %%m in (%%v) do set "MAJOR=%%~m"
if %MAJOR% LSS 25 (
  echo Lan Toa can JDK 25 tro len. Hay cai Temurin 25 hoac dat JAVA_HOME. / Lan Toa needs JDK 25 or newer: install it or set JAVA_HOME. 1>&2
  exit /b 1
)
if not exist target\lantoa.jar (
  where mvn >nul 2>nul || (echo Maven 3.8 or newer is needed to build the program. 1>&2 & exit /b 1)
  call mvn -B -q -Pfast package || exit /b 1
)
if not exist target\run\lantoa.jar "%JAVA%" -Djarmode=tools -jar target\lantoa.jar extract --destination target\run >nul
"%JAVA%" -Xmx1g -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar target\run\lantoa.jar %*
exit /b %ERRORLEVEL%
