@echo off
rem Runs the Maven release named in .mvn\wrapper\maven-wrapper.properties, fetching it once per user.
rem Needs curl.exe and tar.exe, which Windows has had since 10 version 1803.
setlocal EnableExtensions

set "ROOT=%~dp0"
set "URL="
set "SHA256="
for /f "usebackq tokens=1,* delims==" %%a in ("%ROOT%.mvn\wrapper\maven-wrapper.properties") do (
  if "%%a"=="distributionUrl" set "URL=%%b"
  if "%%a"=="distributionSha256Sum" set "SHA256=%%b"
)
if not defined URL (
  echo mvnw: no distributionUrl in .mvn\wrapper\maven-wrapper.properties>&2
  exit /b 69
)
for %%f in ("%URL:/=\%") do set "ARCHIVE=%%~nxf"
set "NAME=%ARCHIVE:-bin.tar.gz=%"

if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists\%NAME%"
set "MAVEN=%DISTS%\%SHA256%"
if exist "%MAVEN%\bin\mvn.cmd" goto run

set "WORK=%DISTS%\fetch.%RANDOM%%RANDOM%"
mkdir "%WORK%" || exit /b 69
curl.exe --fail --silent --show-error --location --output "%WORK%\%ARCHIVE%" "%URL%"
if errorlevel 1 (
  echo mvnw: cannot fetch %URL%>&2
  goto failed
)
certutil -hashfile "%WORK%\%ARCHIVE%" SHA256 | findstr /i /x "%SHA256%" >nul
if errorlevel 1 (
  echo mvnw: %URL% does not have the SHA-256 %SHA256%>&2
  goto failed
)
tar.exe -xzf "%WORK%\%ARCHIVE%" -C "%WORK%"
if errorlevel 1 (
  echo mvnw: cannot unpack %ARCHIVE%>&2
  goto failed
)
move "%WORK%\%NAME%" "%MAVEN%" >nul
rmdir /s /q "%WORK%"

:run
"%MAVEN%\bin\mvn.cmd" %*
exit /b %ERRORLEVEL%

:failed
rmdir /s /q "%WORK%"
exit /b 69
