# Roda o Maven do curso com o JDK achado: primeiro sem rede, depois com ela; mostra o andamento e só os erros que ajudam.
# shellcheck shell=sh disable=SC2154 # raiz, jdk e oficina vêm de quem inclui

desistir() {
  mostrar ''
  printf '%s\n' "$@" >&2
  exit 2
}

# Uma linha só, reescrita; fora de um terminal não há andamento.
mostrar() {
  { [ -t 2 ] && [ "${TERM-}" != dumb ]; } || return 0
  largura=${COLUMNS:-79}
  printf '\r\033[K%.*s' "$largura" "${1:+  $1}" >&2
}

# executar_maven O_QUE MODULO [OPÇÕES E FASE]: sem a fase, só compila.
executar_maven() {
  o_que=$1 modulo_do_maven=$2 fase=${3:-compile}
  registro=$oficina/maven-${modulo_do_maven#:}.log
  [ -t 2 ] || printf '%s\n' "Compilando $o_que (andamento em $registro)." >&2
  conferir_repositorio_local
  if [ -d "$repositorio" ] && rodar_maven -o; then return; fi
  if [ ! -d "$repositorio" ] || grep -q -E 'offline mode|has not been downloaded|could not be resolved|Non-resolvable' "$registro"; then
    rodar_maven && return
  fi
  explicar_falha_do_maven
}

conferir_repositorio_local() {
  casa=${CURSO_M2:-${HOME-}/.m2}
  repositorio=$casa/repository
  if [ -n "${CURSO_M2-}" ]; then
    MAVEN_USER_HOME=$CURSO_M2
    export MAVEN_USER_HOME
  fi
  case "${MAVEN_ARGS-}${MAVEN_OPTS-}" in *maven.repo.local*) repositorio=$oficina; return ;; esac
  mkdir -p "$casa" 2>/dev/null || true
  [ -w "$casa" ] || [ -d "$repositorio" ] || explicar_repositorio_fechado
}

explicar_repositorio_fechado() {
  desistir "Não consigo gravar em $casa, onde o Maven guarda as bibliotecas." \
    'Escolha outra pasta: CURSO_M2=/pasta/sua ./curso' \
    '(quem roda o Maven direto usa ./mvnw -Dmaven.repo.local=/pasta/sua …)'
}

rodar_maven() {
  : >"$registro"
  # O Maven leva segundos até dizer a primeira coisa.
  mostrar "preparando a compilação ($o_que)"
  escopo=''
  [ "$fase" = compile ] || escopo=runtime
  {
    codigo=0
    # shellcheck disable=SC2086 # a fase são várias palavras
    JAVA_HOME=$jdk "$raiz/mvnw" -B -f "$raiz/pom.xml" "$@" ${CURSO_M2:+"-Dmaven.repo.local=$CURSO_M2/repository"} \
      -pl "$modulo_do_maven" -am $fase dependency:build-classpath -Dmdep.includeScope="$escopo" -Dmdep.outputFile=target/classpath.txt \
      </dev/null 2>&1 || codigo=$?
    printf 'código de saída do Maven: %s\n' "$codigo"
  } | acompanhar
  mostrar ''
  grep -q '^código de saída do Maven: 0$' "$registro"
}

acompanhar() {
  baixados=0
  while IFS= read -r linha; do
    printf '%s\n' "$linha" >&3
    case $linha in
      *'Downloading from '*.jar | *'Downloading from '*.zip)
        baixados=$((baixados + 1))
        mostrar "baixando bibliotecas ($baixados): ${linha##*/}"
        ;;
      *'] Building '*' 1.0 '*)
        nome=${linha#*Building }
        mostrar "compilando ${nome%% 1.0 *}"
        ;;
    esac
  done 3>>"$registro"
}

explicar_falha_do_maven() {
  if grep -q -E 'Permission denied|AccessDenied|Read-only file system' "$registro"; then explicar_repositorio_fechado; fi
  if grep -q -E 'No space left|Não há espaço' "$registro"; then
    desistir 'O disco encheu durante a compilação.' "Libere espaço (df -h mostra quanto há) e rode de novo. Detalhes: $registro"
  fi
  if grep -q -E 'Could not transfer|Unknown host|UnknownHost|timed out|Failed to fetch|Network is unreachable' "$registro"; then
    desistir "Faltam bibliotecas para compilar $o_que e o repositório do Maven não respondeu." \
      'Conecte-se à rede e rode de novo: depois da primeira vez o curso funciona sem rede.' \
      'Atrás de um proxy ou espelho, configure ~/.m2/settings.xml.' "Detalhes: $registro"
  fi
  grep -E '^\[(ERROR|WARNING)\] .*\.java:|^\[ERROR\] +(symbol|location|required|found|reason)|^(error|Error):' "$registro" | sort -u | head -n 20 |
    sed -e 's/^\[[A-Z]*\] //' -e "s|$raiz/||" >&2
  grep -q -E '^\[ERROR\] .*\.java:' "$registro" || grep '^\[ERROR\]' "$registro" | head -n 5 >&2
  desistir '' "Não consegui compilar $o_que. Corrija o que está acima e rode de novo; o registro inteiro: $registro"
}
