# Compila só o que mudou. O que está pronto fica em curso/target/lancador:
#   atual             nome da pasta da última construção completa (trocado de uma vez, por mv)
#   v-*/              curso.jar, bancada.jar, classpath e curso.aot daquela construção
#   rinha             nome da pasta da última construção da rinha: r-*/, com os jars, o classpath da arena e os caches de partida
#   maven.ok          o repositório do Maven que já tem o que «./mvnw -o verify» pede
#   base.ok, exemplos.ok, rinha.ok   carimbos: fonte mais nova do que eles pede construção
# shellcheck shell=sh disable=SC2154 # raiz, jdk e versao vêm de quem inclui

# O cache AOT só vale com as mesmas opções de heap e GC do treino; quando não vale, a JVM o ignora calada.
opcoes_da_jvm='-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx512m -Xlog:disable --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'

oficina=$raiz/modulo-05-performance/curso/target/lancador
atual='' classpath=''

construir_o_que_mudou() {
  if ! base_em_dia; then com_trava construir_base base_em_dia; fi
  case $1 in
    exemplo | benchmark | medir) exemplos_em_dia || com_trava construir_exemplos exemplos_em_dia ;;
    rinha) rinha_em_dia || com_trava construir_rinha rinha_em_dia ;;
    # Um exemplo que não compila não pode esconder o mapa: o aviso basta.
    preparar)
      exemplos_em_dia || (com_trava construir_exemplos exemplos_em_dia) || true
      maven_em_dia || (com_trava completar_maven maven_em_dia) || true
      ;;
  esac
}

# mais_novo CARIMBO FONTES…: alguma fonte mudou depois do carimbo? Pasta com arquivo apagado também conta como mudança.
mais_novo() {
  carimbo=$1
  shift
  [ ! -e "$carimbo" ] || [ -n "$(cd "$raiz" && find "$@" -newer "$carimbo" 2>&1 | head -n 1)" ]
}

# feito_aqui PASTA: aquela construção é deste JDK e deste processador?
feito_aqui() {
  [ -r "$1/jdk" ] || return 1
  read -r treinado_com <"$1/jdk" || return 1
  [ "$treinado_com" = "$jdk $versao $(processador)" ]
}

# Um cache AOT traz código do processador em que foi treinado: noutro, mais simples, a JVM cai com SIGILL.
processador() {
  [ -r /proc/cpuinfo ] || return 0
  while read -r linha; do
    case $linha in flags* | Features*) printf '%s\n' "$linha" && return ;; esac
  done </proc/cpuinfo
}

base_em_dia() {
  [ -r "$oficina/atual" ] || return 1
  read -r atual <"$oficina/atual" || return 1
  atual=$oficina/$atual
  [ -r "$atual/classpath" ] && feito_aqui "$atual" || return 1
  read -r classpath <"$atual/classpath" || return 1
  bibliotecas_presentes "$classpath" || return 1
  ! mais_novo "$oficina/base.ok" pom.xml modulo-05-performance/bancada/pom.xml modulo-05-performance/bancada/src/main \
    modulo-05-performance/curso/pom.xml modulo-05-performance/curso/src/main
}

exemplos_em_dia() {
  [ -r "$raiz/exemplos/target/classpath.txt" ] && [ -d "$raiz/exemplos/target/classes" ] || return 1
  ! mais_novo "$oficina/exemplos.ok" pom.xml exemplos/pom.xml exemplos/src/main modulo-05-performance/bancada/pom.xml
}

# A JVM ignora calada um jar que sumiu (quem limpou ~/.m2 veria um NoClassDefFoundError).
bibliotecas_presentes() {
  resto=$1:
  while [ -n "$resto" ]; do
    [ -e "${resto%%:*}" ] || return 1
    resto=${resto#*:}
  done
}

# com_trava CONSTRUIR EM_DIA: um ./curso constrói e os outros esperam; quem esperou confere antes de construir.
com_trava() {
  { mkdir -p "$oficina" 2>/dev/null && [ -w "$oficina" ]; } || desistir "Não consigo gravar em $oficina." \
    'A compilação do curso fica ali. Dê permissão de escrita à pasta do curso, ou copie-a para uma pasta sua.'
  esperas=0
  until ln -s "$$" "$oficina/trava" 2>/dev/null; do
    dono=$(readlink "$oficina/trava" || true)
    if morreu "$dono" && tirar_trava_orfa; then continue; fi
    avisar_espera
    esperas=$((esperas + 1))
    [ "$esperas" -le 900 ] || desistir "Outro ./curso (processo $dono) compila há 15 minutos." \
      "Se ele travou, encerre-o (kill $dono) e rode de novo."
    sleep 1
  done
  trap 'rm -f "$oficina/trava"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  mostrar ''
  "$2" || "$1"
  rm -f "$oficina/trava"
  trap - EXIT INT TERM HUP
}

# kill -0 também falha com o processo vivo de outro usuário: por isso a segunda opinião.
morreu() {
  [ -n "$1" ] && ! kill -0 "$1" 2>/dev/null && [ ! -d "/proc/$1" ] && ! ps -p "$1" >/dev/null 2>&1
}

# Dois que acham a mesma trava órfã não podem tirá-la os dois: o segundo levaria a trava nova do primeiro.
# Por isso tira um por vez, e confere de novo. A guarda de quem morreu no meio vence em um minuto.
tirar_trava_orfa() {
  if ! mkdir "$oficina/trava.tirando" 2>/dev/null; then
    find "$oficina/trava.tirando" -prune -mmin +1 -exec rmdir {} + 2>/dev/null
    return 1
  fi
  dono=$(readlink "$oficina/trava" || true)
  if morreu "$dono"; then rm -f "$oficina/trava"; fi
  rmdir "$oficina/trava.tirando"
}

avisar_espera() {
  mostrar "outro ./curso (processo $dono) está compilando; espero por ele"
  [ -t 2 ] || [ "$esperas" -gt 0 ] || printf '%s\n' "Outro ./curso (processo $dono) está compilando; espero por ele." >&2
}

construir_base() {
  : >"$oficina/base.inicio"
  executar_maven 'o curso' :curso
  nova=$oficina/v-$$-$(date +%s)
  mkdir -p "$nova"
  modulo=$raiz/modulo-05-performance
  # Jars próprios: o cache AOT não aceita pastas, e um «mvnw verify» no meio de uma sessão não troca as classes dela.
  for parte in curso bancada; do
    "$jdk/bin/jar" --create --no-compress --file "$nova/$parte.jar" -C "$modulo/$parte/target/classes" .
  done
  read -r bibliotecas <"$modulo/bancada/target/classpath.txt" || [ -n "$bibliotecas" ]
  read -r do_curso <"$modulo/curso/target/classpath.txt" || [ -n "$do_curso" ]
  montar_classpath "$nova" "$do_curso" >"$nova/classpath"
  printf '%s\n' "$jdk $versao $(processador)" >"$nova/jdk"
  treinar_partida "$nova"
  printf '%s\n' "${nova##*/}" >"$oficina/atual.$$"
  mv "$oficina/atual.$$" "$oficina/atual"
  mv "$oficina/base.inicio" "$oficina/base.ok"
  # Uma sessão de «assistir» aberta ainda sobe JVMs com os jars antigos: ficam as três construções mais novas.
  # shellcheck disable=SC2012 # os nomes são nossos: v-PROCESSO-SEGUNDOS
  (cd "$oficina" && ls -dt v-*/ | tail -n +4 | while read -r velha; do rm -rf "$velha"; done)
  base_em_dia || desistir 'O curso compilou, mas o resultado não está completo.' "Apague $oficina e rode de novo."
}

construir_exemplos() {
  : >"$oficina/exemplos.inicio"
  executar_maven 'os exemplos' :exemplos
  mv "$oficina/exemplos.inicio" "$oficina/exemplos.ok"
}

rinha_em_dia() {
  [ -r "$oficina/rinha" ] || return 1
  read -r pasta_da_rinha <"$oficina/rinha" || return 1
  pasta_da_rinha=$oficina/$pasta_da_rinha
  [ -r "$pasta_da_rinha/classpath" ] && feito_aqui "$pasta_da_rinha" || return 1
  read -r classpath_da_rinha <"$pasta_da_rinha/classpath" || return 1
  bibliotecas_presentes "$classpath_da_rinha" || return 1
  for modulo in credito balanceador carga avaliador arena; do
    ! mais_novo "$oficina/rinha.ok" "rinha-final/$modulo/pom.xml" "rinha-final/$modulo/src/main" || return 1
  done
  ! mais_novo "$oficina/rinha.ok" pom.xml rinha-final/pom.xml modulo-05-performance/bancada/pom.xml modulo-05-performance/bancada/src/main \
    rinha-final/infra/jvm rinha-final/infra/treinar rinha-final/infra/Treino.java
}

construir_rinha() {
  : >"$oficina/rinha.inicio"
  # As duas: a bancada fixa o «skip» do surefire, e só skipTests vale nela.
  executar_maven 'o sistema da rinha' :arena '-DskipTests -Dmaven.test.skip=true package'
  nova=$oficina/r-$$-$(date +%s)
  rinha=$raiz/rinha-final
  mkdir -p "$nova/bibliotecas"
  # Cópias: um «mvnw verify» no meio de uma avaliação não troca os jars dela.
  cp "$rinha/credito/target/credito.jar" "$rinha/balanceador/target/balanceador.jar" "$rinha"/infra/jvm/*.args "$nova"
  read -r da_arena <"$rinha/arena/target/classpath.txt" || [ -n "$da_arena" ]
  copiar_o_nosso "$nova" "$rinha/arena/target/arena-1.0.jar:$da_arena" >"$nova/classpath"
  printf '%s\n' "$jdk $versao $(processador)" >"$nova/jdk"
  treinar_rinha "$nova"
  printf '%s\n' "${nova##*/}" >"$oficina/rinha.$$"
  mv "$oficina/rinha.$$" "$oficina/rinha"
  mv "$oficina/rinha.inicio" "$oficina/rinha.ok"
  # shellcheck disable=SC2012 # os nomes são nossos: r-PROCESSO-SEGUNDOS
  (cd "$oficina" && ls -dt r-*/ | tail -n +3 | while read -r velha; do rm -rf "$velha"; done)
  rinha_em_dia || desistir 'A rinha compilou, mas o resultado não está completo.' "Apague $oficina e rode de novo."
}

# copiar_o_nosso PASTA CLASSPATH: escreve o classpath com os jars deste repositório trocados por cópias na pasta.
copiar_o_nosso() {
  resto=$2: saem=''
  while [ -n "$resto" ]; do
    entrada=${resto%%:*}
    resto=${resto#*:}
    case $entrada in
      "$raiz"/*.jar)
        cp "$entrada" "$1/bibliotecas/"
        entrada=$1/bibliotecas/${entrada##*/}
        ;;
    esac
    saem=$saem${saem:+:}$entrada
  done
  printf '%s\n' "$saem"
}

# Sem os caches de partida, a API só demora mais a subir: por isso um treino que falha não interrompe nada.
treinar_rinha() {
  mostrar 'treinando a partida da API e do balanceador'
  "$jdk/bin/javac" -d "$1" "$raiz/rinha-final/infra/Treino.java" &&
    PATH=$jdk/bin:$PATH PORTA_DE_TREINO=$((20000 + $$ % 20000)) sh "$raiz/rinha-final/infra/treinar" "$1" >"$1/treino.log" 2>&1 </dev/null ||
    rm -f "$1/credito.aot" "$1/balanceador.aot"
  mostrar ''
}

# Troca as classes da bancada, que o Maven põe como pasta, pelo jar desta construção.
montar_classpath() {
  pasta_da_bancada=$raiz/modulo-05-performance/bancada/target/classes
  antes=${2%%"$pasta_da_bancada"*} depois=${2#*"$pasta_da_bancada"}
  printf '%s\n' "$1/curso.jar:$antes$1/bancada.jar$depois"
}

# Um treino que falha só deixa a partida mais lenta: por isso não interrompe nada.
treinar_partida() {
  read -r do_treino <"$1/classpath"
  mostrar 'preparando uma partida rápida (1 de 2)'
  # shellcheck disable=SC2086
  "$jdk/bin/java" $opcoes_da_jvm "-XX:AOTCacheOutput=$1/curso.aot" "-Dcurso.raiz=$raiz" \
    -cp "$do_treino" curso.cli.Main treinar-partida >/dev/null 2>&1 </dev/null || rm -f "$1/curso.aot"
  mostrar 'preparando uma partida rápida (2 de 2)'
  # shellcheck disable=SC2086
  "$jdk/bin/java" $opcoes_da_jvm "-Dcurso.raiz=$raiz" -cp "$do_treino" curso.cli.Main treinar-correcao "$1/operario.aot" \
    >/dev/null 2>&1 </dev/null || rm -f "$1/operario.aot"
  mostrar ''
}
