@echo off
rem Abre o curso no Windows: acha um JDK 25 ou mais novo, compila o que mudou e chama a linha de comando.
setlocal EnableExtensions DisableDelayedExpansion
rem A página de código é da janela, e não do curso: no fim volta a que havia.
set "PAGINA="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGINA=%%c"
chcp 65001 >nul
set "RAIZ=%~dp0"
if "%RAIZ:~-1%"=="\" set "RAIZ=%RAIZ:~0,-1%"
set "LANCADOR=%RAIZ%\modulo-05-performance\curso\lancador"
set "OFICINA=%RAIZ%\modulo-05-performance\curso\target\lancador"
set "ARGUMENTOS=%OFICINA%\argumentos.txt"
set "JDK="
set "JDK_NOVO="
if exist "%TEMP%\curso-jdks.txt" del "%TEMP%\curso-jdks.txt"

if not defined CURSO_JAVA_HOME goto :procurar
call :examinar "%CURSO_JAVA_HOME%"
if not defined JDK set "JDK=%JDK_NOVO%"
if not defined JDK goto :java_home_errado
goto :com_jdk

rem JAVA_HOME e o PATH foram escolhas de alguém: neles vale qualquer um a partir do 25. Nas pastas, o 25 primeiro.
:procurar
call :examinar "%JAVA_HOME%"
if not defined JDK set "JDK=%JDK_NOVO%"
for /f "delims=" %%j in ('where java 2^>nul') do call :examinar "%%~dpj.."
if not defined JDK set "JDK=%JDK_NOVO%"
for /d %%p in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*") do call :examinar "%%~p"
for /d %%p in ("%USERPROFILE%\scoop\apps\*") do call :examinar "%%~p\current"
if not defined JDK set "JDK=%JDK_NOVO%"
if not defined JDK goto :sem_jdk

:com_jdk
rem A quinta linha de «mode con» traz as colunas, qualquer que seja a língua do Windows.
set "COLUNAS="
for /f "skip=4 tokens=2 delims=: " %%c in ('mode con 2^>nul') do if not defined COLUNAS set "COLUNAS=%%c"
set CARIMBO="-Dcurso.carimbo=%ARGUMENTOS%"
set "CODIGO=2"
set "CONSTRUIDO_COM="
if exist "%OFICINA%\jdk.txt" set /p CONSTRUIDO_COM=<"%OFICINA%\jdk.txt"
if exist "%ARGUMENTOS%" if "%CONSTRUIDO_COM%"=="%JDK%" goto :abrir
call :construir || goto :fim
:abrir
"%JDK%\bin\java" "-Dcurso.raiz=%RAIZ%" "-Dcurso.colunas=%COLUNAS%" %CARIMBO% "@%ARGUMENTOS%" curso.cli.Main %*
set "CODIGO=%ERRORLEVEL%"
rem 75: a linha de comando viu fontes mais novas do que ela, ou a falta de uma biblioteca.
if not %CODIGO%==75 goto :fim
set "CODIGO=2"
call :construir || goto :fim
goto :abrir

:fim
if defined PAGINA chcp %PAGINA% >nul
exit /b %CODIGO%

:construir
rem Uma construção por chamada: uma fonte com data no futuro pediria outra para sempre.
set "CARIMBO="
echo Compilando o curso. Na primeira vez, as bibliotecas são baixadas.
if not exist "%OFICINA%" mkdir "%OFICINA%"
set "JAVA_HOME=%JDK%"
set "OPCOES_DO_MAVEN="
if defined CURSO_M2 set OPCOES_DO_MAVEN="-Dmaven.repo.local=%CURSO_M2%\repository"
call "%RAIZ%\mvnw.cmd" -q -B -o -f "%RAIZ%\pom.xml" %OPCOES_DO_MAVEN% -pl :curso,:exemplos -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dmdep.fileSeparator=/ >"%OFICINA%\maven.log" 2>&1
if errorlevel 1 call "%RAIZ%\mvnw.cmd" -q -B -f "%RAIZ%\pom.xml" %OPCOES_DO_MAVEN% -pl :curso,:exemplos -am compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dmdep.fileSeparator=/ >"%OFICINA%\maven.log" 2>&1
if errorlevel 1 goto :falha_do_maven
"%JDK%\bin\java" "%LANCADOR%\Montar.java" "%RAIZ%" || exit /b 2
>"%OFICINA%\jdk.txt" echo %JDK%
exit /b 0

:falha_do_maven
findstr /c:"[ERROR]" "%OFICINA%\maven.log"
echo Não consegui compilar o curso. Corrija o que está acima e rode de novo; o registro inteiro: %OFICINA%\maven.log
exit /b 2

rem Guarda em JDK a primeira pasta com um JDK 25 e em JDK_NOVO a primeira com um mais novo; a versão vem do arquivo release.
:examinar
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=.-+ " %%m in (%%v) do (
  echo   %%~v  %~1>>"%TEMP%\curso-jdks.txt"
  if %%~m EQU 25 set "JDK=%~f1"
  if %%~m GTR 25 if not defined JDK_NOVO set "JDK_NOVO=%~f1"
)
exit /b 0

:java_home_errado
echo CURSO_JAVA_HOME aponta para %CURSO_JAVA_HOME%, onde não há um JDK 25 ou mais novo.
echo Aponte CURSO_JAVA_HOME para um, ou retire a variável: o curso procura um JDK por conta própria.
set "CODIGO=2"
goto :fim

:sem_jdk
echo O curso precisa de um JDK 25 ou mais novo e não achou nenhum.
if exist "%TEMP%\curso-jdks.txt" (
  echo JDKs encontrados:
  type "%TEMP%\curso-jdks.txt"
  del "%TEMP%\curso-jdks.txt"
)
echo.
echo Para instalar:   winget install EclipseAdoptium.Temurin.25.JDK
echo Se já há um JDK 25 noutra pasta:   set CURSO_JAVA_HOME=C:\pasta\do\jdk
set "CODIGO=2"
goto :fim
