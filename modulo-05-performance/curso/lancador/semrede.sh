# Deixa no repositório do Maven o que «./mvnw -o verify» pede: o que os outros módulos usam, o surefire, o shade.
# Só a preparação (./curso sem palavra) passa por aqui, e uma vez só; sem rede, avisa e segue.
# shellcheck shell=sh disable=SC2154 # raiz, jdk, oficina, casa e repositorio vêm de quem inclui

# Uma rede que não responde demora a falhar: quem não tem rede não espera por ela a cada ./curso.
minutos_entre_tentativas=10

maven_em_dia() {
  if [ -n "$(find "$oficina/maven.falhou" -mmin "-$minutos_entre_tentativas" 2>/dev/null)" ]; then return 0; fi
  [ -r "$oficina/maven.ok" ] || return 1
  read -r guardado <"$oficina/maven.ok" || return 1
  # Quem limpou ~/.m2, ou passou a usar CURSO_M2, precisa de tudo de novo.
  [ "$guardado" = "$oficina" ] || { [ "$guardado" = "${CURSO_M2:-${HOME-}/.m2}/repository" ] && [ -d "$guardado/org/apache/maven/surefire/surefire-junit-platform" ]; } || return 1
  ! mais_novo "$oficina/maven.ok" "$raiz"/pom.xml "$raiz"/*/pom.xml "$raiz"/*/*/pom.xml
}

completar_maven() {
  registro=$oficina/maven-semrede.log
  conferir_repositorio_local
  rm -f "$oficina/maven.ok"
  : >"$oficina/maven.falhou"
  if resolver_tudo -o || resolver_tudo; then
    printf '%s\n' "$repositorio" >"$oficina/maven.ok"
    rm -f "$oficina/maven.falhou"
    return
  fi
  printf '%s\n' 'Faltam bibliotecas para rodar ./mvnw sem rede, e não consegui trazê-las. O resto do curso funciona.' \
    "Com rede, ./mvnw verify traz o que falta; ./curso tenta de novo depois de $minutos_entre_tentativas minutos. Detalhes: $registro" >&2
}

# Nada é compilado nem testado (a bancada só obedece a skipTests): o Maven resolve o que cada passo usaria e o pula.
resolver_tudo() {
  : >"$registro"
  mostrar 'conferindo o que o Maven precisa para funcionar sem rede'
  {
    codigo=0
    JAVA_HOME=$jdk "$raiz/mvnw" -B -f "$raiz/pom.xml" "$@" ${CURSO_M2:+"-Dmaven.repo.local=$CURSO_M2/repository"} \
      -Daether.connector.connectTimeout=5000 -DskipTests -Dmaven.test.skip=true -Dmaven.main.skip=true -Dmaven.resources.skip=true test \
      org.apache.maven.plugins:maven-jar-plugin:help org.apache.maven.plugins:maven-shade-plugin:help </dev/null 2>&1 || codigo=$?
    printf 'código de saída do Maven: %s\n' "$codigo"
  } | acompanhar
  mostrar ''
  grep -q '^código de saída do Maven: 0$' "$registro"
}
