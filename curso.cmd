@echo off
rem Abre o curso no Windows: acha um JDK 25 ou mais novo, constrói o que mudou e chama a linha de comando.
rem O que vem depois do JDK está em Java: modulo-05-performance\curso\src\main\java\curso\cli\lancador.
setlocal EnableExtensions DisableDelayedExpansion
rem A página de código é da janela, e não do curso: no fim volta a que havia.
set "PAGINA="
for /f "tokens=2 delims=:." %%c in ('chcp') do set "PAGINA=%%c"
chcp 65001 >nul
set "RAIZ=%~dp0"
if "%RAIZ:~-1%"=="\" set "RAIZ=%RAIZ:~0,-1%"
set "OFICINA=%RAIZ%\modulo-05-performance\curso\target\lancador"
set "CONSTRUIR=%RAIZ%\modulo-05-performance\curso\src\main\java\curso\cli\lancador\Construir.java"
rem O Construir roda do fonte, e o java recusa um fonte que também esteja no CLASSPATH.
set "CLASSPATH="
set "CODIGO=2"
set "LISTAR="

call :procurar
if not defined JDK goto :sem_jdk

rem A quinta linha de «mode con» traz as colunas, qualquer que seja a língua do Windows.
set "COLUNAS="
for /f "skip=4 tokens=2 delims=: " %%c in ('mode con 2^>nul') do if not defined COLUNAS set "COLUNAS=%%c"
set "CONFERIR=sim"

:abrir
set "ATUAL="
if exist "%OFICINA%\atual" for /f "usebackq delims=" %%a in ("%OFICINA%\atual") do set "ATUAL=%OFICINA%\%%a"
if not defined ATUAL goto :construir
if not exist "%ATUAL%\argumentos" goto :construir
"%JDK%\bin\java.exe" "-XX:AOTCache=%ATUAL%\curso.aot" "-Dcurso.raiz=%RAIZ%" "-Dcurso.oficina=%ATUAL%" "-Dcurso.colunas=%COLUNAS%" "-Dcurso.conferir=%CONFERIR%" "@%ATUAL%\argumentos" curso.cli.Main %*
set "CODIGO=%ERRORLEVEL%"
rem 75: a linha de comando viu que há o que construir para este comando.
if not "%CODIGO%"=="75" goto :fim

:construir
rem Uma construção por chamada: uma fonte com data no futuro pediria outra para sempre.
set "CODIGO=2"
if "%CONFERIR%"=="nao" goto :incompleto
set "CONFERIR=nao"
"%JDK%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 "%CONSTRUIR%" "%RAIZ%" %*
if not "%ERRORLEVEL%"=="0" goto :fim
goto :abrir

:incompleto
>&2 echo O curso compilou, mas o resultado não está completo.
>&2 echo Apague "%OFICINA%" e rode de novo.

:fim
if defined PAGINA chcp %PAGINA% >nul
exit /b %CODIGO%

rem CURSO_JAVA_HOME, quando há um, é o único. JAVA_HOME e o PATH foram escolhas de alguém: neles vale qualquer um a
rem partir do 25. Nas pastas, o 25 primeiro, com que o curso é testado; um mais novo serve na falta dele.
rem Os caminhos vão em CANDIDATO, e não como argumento de call, que dobraria um «^» e comeria um «%%».
:procurar
set "JDK="
set "JDK_NOVO="
set "VERSAO="
set "CANDIDATO="
if defined CURSO_JAVA_HOME set "CANDIDATO=%CURSO_JAVA_HOME:"=%"
if defined CURSO_JAVA_HOME call :examinar
if defined CURSO_JAVA_HOME goto :aceitar_mais_novo
if defined JAVA_HOME set "CANDIDATO=%JAVA_HOME:"=%"
call :examinar
call :aceitar_mais_novo
set "CANDIDATO="
for %%j in (java.exe) do if not "%%~$PATH:j"=="" set "CANDIDATO=%%~dp$PATH:j.."
call :examinar
call :aceitar_mais_novo
for %%g in ("%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium" "%LOCALAPPDATA%\mise\installs\java" "%USERPROFILE%\.jdks") do (
  set "PASTA=%%~g"
  set "DENTRO="
  call :examinar_pasta
)
set "PASTA=%USERPROFILE%\scoop\apps"
set "DENTRO=\current"
call :examinar_pasta
:aceitar_mais_novo
if not defined JDK set "JDK=%JDK_NOVO%"
exit /b 0

rem Examina cada pasta dentro de PASTA.
:examinar_pasta
if not exist "%PASTA%\" exit /b 0
pushd "%PASTA%"
for /d %%g in (*) do (
  set "CANDIDATO=%%~fg%DENTRO%"
  call :examinar
)
popd
exit /b 0

rem Guarda em JDK a pasta em CANDIDATO, se tem um JDK 25, e em JDK_NOVO a primeira com um mais novo; com LISTAR, mostra-a.
rem A versão vem do arquivo release: executar java custaria mais por candidato.
:examinar
if defined JDK exit /b 0
if not defined CANDIDATO exit /b 0
if not exist "%CANDIDATO%\bin\javac.exe" exit /b 0
if not exist "%CANDIDATO%\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%k in ("%CANDIDATO%\release") do if "%%k"=="JAVA_VERSION" for /f "delims=.-+ " %%m in ("%%~l") do for %%f in ("%CANDIDATO%") do (
  set "VERSAO=%%~l"
  if defined LISTAR >&2 echo   %%~l  %%~ff
  if %%m EQU 25 set "JDK=%%~ff"
  if %%m GTR 25 if not defined JDK_NOVO set "JDK_NOVO=%%~ff"
)
exit /b 0

:sem_jdk
if defined CURSO_JAVA_HOME goto :java_home_errado
>&2 echo O curso precisa de um JDK 25 ou mais novo e não achou nenhum.
>&2 echo.
if not defined VERSAO >&2 echo Nenhum JDK foi encontrado. Um JRE não basta: o curso compila os exercícios.
if defined VERSAO >&2 echo JDKs encontrados:
set "LISTAR=sim"
if defined VERSAO call :procurar
>&2 echo.
>&2 echo Para instalar:   winget install EclipseAdoptium.Temurin.25.JDK
>&2 echo Se já há um JDK 25 noutra pasta:   set CURSO_JAVA_HOME=C:\pasta\do\jdk
goto :fim

:java_home_errado
set "ACHADO=não há um JDK (falta bin\javac.exe)"
if defined VERSAO set "ACHADO=há o Java %VERSAO%"
>&2 echo CURSO_JAVA_HOME aponta para "%CURSO_JAVA_HOME:"=%", onde %ACHADO%.
>&2 echo O curso precisa de um JDK 25 ou mais novo.
>&2 echo Aponte CURSO_JAVA_HOME para ele, ou retire a variável: o curso procura um JDK por conta própria.
goto :fim
