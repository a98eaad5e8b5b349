# Procura um JDK 25 ou mais novo. A versão vem do arquivo «release» de cada JDK: executar java custaria 50 ms por candidato.
# shellcheck shell=sh

jdk='' jdks_vistos=''

# Deixa em $maior o número da versão (25) e em $versao o texto inteiro (25.0.3); falha se não há JDK na pasta.
ler_versao() {
  maior='' versao=''
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then
    while IFS='=' read -r chave valor; do
      [ "$chave" = JAVA_VERSION ] || continue
      versao=${valor#\"} versao=${versao%%\"*}
      break
    done <"$1/release"
  fi
  [ -n "$versao" ] || versao=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')
  maior=${versao#1.} maior=${maior%%[!0-9]*}
  [ -n "$maior" ]
}

# examinar ORIGEM PASTA: anota o JDK; verdadeiro quando ele serve.
examinar() {
  [ -n "$2" ] && ler_versao "$2" || return 1
  case $jdks_vistos in
    *"  $2  "*) ;;
    *) jdks_vistos="$jdks_vistos  $versao  $2  ($1)
" ;;
  esac
  [ "$maior" -ge 25 ]
}

home_do_java_no_path() {
  executavel=$(command -v java || true)
  while [ -L "$executavel" ]; do
    destino=$(readlink "$executavel")
    case $destino in /*) executavel=$destino ;; *) executavel=${executavel%/*}/$destino ;; esac
  done
  case $executavel in */bin/java) printf '%s' "${executavel%/bin/java}" ;; esac
}

# escolher_entre PASTA…: prefere o 25, com que o curso é testado; um mais novo serve na falta dele.
escolher_entre() {
  jdk_mais_novo=''
  for pasta in "$@"; do
    examinar pasta "$pasta" || continue
    if [ "$maior" -eq 25 ]; then jdk=$pasta; return; fi
    [ -n "$jdk_mais_novo" ] || jdk_mais_novo=$pasta
  done
  jdk=$jdk_mais_novo
}

examinar_pastas() {
  escolher_entre /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/openjdk-* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* "${MISE_DATA_DIR:-${HOME-}/.local/share/mise}"/installs/java/* \
    "${ASDF_DATA_DIR:-${HOME-}/.asdf}"/installs/java/* "${HOME-}"/.jdks/*
}

# Deixa em $jdk a pasta e em $versao a versão dela; sem nenhum que sirva, explica e sai com 2.
achar_jdk() {
  procurar_jdk
  [ -n "$jdk" ] || explicar_falta_de_jdk
  ler_versao "$jdk"
}

procurar_jdk() {
  if [ -n "${CURSO_JAVA_HOME-}" ]; then
    examinar CURSO_JAVA_HOME "$CURSO_JAVA_HOME" && jdk=$CURSO_JAVA_HOME && return
    recusar_java_home
  fi
  examinar JAVA_HOME "${JAVA_HOME-}" && jdk=$JAVA_HOME && return
  do_path=$(home_do_java_no_path)
  # O /usr/bin/java do macOS não é um JDK (não há release): procura um, e na falta abre uma janela para instalar.
  [ -r "$do_path/release" ] && examinar PATH "$do_path" && jdk=$do_path && return
  examinar_pastas
  if [ -z "$jdk" ] && [ -x /usr/libexec/java_home ]; then
    do_mac=$(/usr/libexec/java_home -v 25+ 2>/dev/null || true)
    if examinar java_home "$do_mac"; then jdk=$do_mac; fi
  fi
}

recusar_java_home() {
  if [ -n "$maior" ]; then achado="há o Java $versao"; else achado='não há um JDK (falta bin/javac)'; fi
  printf '%s\n' "CURSO_JAVA_HOME aponta para $CURSO_JAVA_HOME, onde $achado." \
    'O curso precisa de um JDK 25 ou mais novo.' \
    'Aponte CURSO_JAVA_HOME para ele, ou retire a variável: o curso procura um JDK por conta própria.' >&2
  exit 2
}

explicar_falta_de_jdk() {
  {
    printf '%s\n' 'O curso precisa de um JDK 25 ou mais novo e não achou nenhum.' ''
    if [ -n "$jdks_vistos" ]; then
      printf '%s\n' 'JDKs encontrados:' "${jdks_vistos%?}"
    else
      printf '%s\n' 'Nenhum JDK foi encontrado. (Um JRE não basta: o curso compila os exercícios.)'
    fi
    cat <<'FIM'

Para instalar:
  Debian, Ubuntu   sudo apt install openjdk-25-jdk
                   (se o pacote não existir na sua versão: https://adoptium.net/installation/linux)
  Fedora           sudo dnf install java-25-openjdk-devel
  macOS            brew install --cask temurin@25
  Windows          winget install EclipseAdoptium.Temurin.25.JDK
  Sem ser root     SDKMAN (sdk install java 25-tem) ou mise (mise use -g java@25)

Se já há um JDK 25 noutra pasta: CURSO_JAVA_HOME=/pasta/do/jdk ./curso
FIM
  } >&2
  exit 2
}
