#!/usr/bin/env bash
# Mede a espera de quem estuda: o mapa, uma correção e, em «assistir», do salvamento ao veredito.
# Mostra mediana, menor e maior. Trabalha numa cópia: não toca no seu código nem no seu progresso.
#
# Uso: modulo-05-performance/medir-velocidade.sh [EXERCICIO]     (padrão: 05.1, que usa o PostgreSQL)
# Metas em 2 núcleos: mapa < 0,6 s; testar < 4 s com os arquivos em memória; assistir < 1,5 s.
set -euo pipefail

[ -n "${EPOCHREALTIME-}" ] || { echo 'Este script precisa do bash 5 ou mais novo (no macOS: brew install bash).' >&2; exit 2; }
exercicio=${1:-05.1}
raiz=$(cd "$(dirname "$0")/.." && pwd)
LC_ALL=C.UTF-8

"$raiz/curso" mapa >/dev/null   # compila o que mudou antes de copiar
copia=$(mktemp -d)
assistente=
limpar() {
  [ -z "$assistente" ] || kill "$assistente" 2>/dev/null || true
  rm -rf "$copia"
}
trap limpar EXIT
# Datas preservadas: a cópia não parece mais nova do que a construção.
for parte in curso pom.xml mvnw .mvn teoria exercicios solucoes exemplos/pom.xml modulo-05-performance/bancada/pom.xml \
  modulo-05-performance/bancada/src modulo-05-performance/curso/pom.xml modulo-05-performance/curso/src \
  modulo-05-performance/curso/lancador modulo-05-performance/curso/target/lancador modulo-05-performance/partidas; do
  mkdir -p "$copia/$(dirname "$parte")"
  cp -Rp "$raiz/$parte" "$copia/$(dirname "$parte")/"
done

arquivo=$(find "$copia/solucoes/src" "$copia/modulo-05-performance/partidas/$exercicio" -name '*.java' -exec basename {} \; | sort | uniq -d |
  while read -r nome; do [ ! -e "$copia/modulo-05-performance/partidas/$exercicio/$nome" ] || echo "$nome"; done)
[ -n "$arquivo" ] || { echo "Não há exercício $exercicio: veja ./curso mapa" >&2; exit 2; }
solucao=$(find "$copia/solucoes/src" -name "$arquivo")
meu=${solucao/solucoes/exercicios}

agora() { echo "${EPOCHREALTIME/[^0-9]/}"; }

# resumir NOME META: lê microssegundos, um por linha.
resumir() {
  sort -n | awk -v nome="$1" -v meta="$2" '{ v[NR] = $1 / 1e6 } END {
    mediana = NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2
    printf "%-34s mediana %5.2f s   de %5.2f a %5.2f   %2d vezes   meta %s\n", nome, mediana, v[1], v[NR], NR, meta }'
}

# O que a execução escreveu diz mais do que o código de saída.
mostrar_falha() {
  {
    echo "$1"
    echo '── a tela dessa execução ──'
    cat "$copia/tela"
    echo '───────────────────────────'
  } >&2
  exit 1
}

cronometrar() {
  vezes=$1
  shift
  "$@" >/dev/null 2>&1 || true   # aquece o cache de arquivos do sistema
  for ((i = 0; i < vezes; i++)); do
    inicio=$(agora)
    "$@" >"$copia/tela" 2>&1 || mostrar_falha "falhou: $*"
    echo $(($(agora) - inicio))
  done
}

salvar() { { cat "$solucao"; echo "// versão $1"; } >"$meu.novo" && mv "$meu.novo" "$meu"; }

esperar_veredito() {
  : >"$copia/tela"
  while IFS= read -r -t 120 linha <&3; do
    printf '%s\n' "$linha" >>"$copia/tela"
    case $linha in *"$exercicio"*passou) return 0 ;; *"$exercicio"*passaram | *"não compila"* | *interrompido) break ;; esac
  done
  while IFS= read -r -t 2 linha <&3; do printf '%s\n' "$linha" >>"$copia/tela"; done
  mostrar_falha 'assistir não deu o veredito «passou»'
}

cronometrar_assistir() {
  mkfifo "$copia/saida"
  "$copia/curso" assistir "$exercicio" --sem-teclado >"$copia/saida" 2>&1 </dev/null &
  assistente=$!
  exec 3<"$copia/saida"
  esperar_veredito
  for ((i = 0; i < 15; i++)); do
    inicio=$(agora)
    salvar "$i"
    esperar_veredito
    echo $(($(agora) - inicio))
    sleep 0.5   # a pessoa não salva de novo no mesmo instante
  done
  kill "$assistente"
  assistente=
}

echo "$(nproc 2>/dev/null || sysctl -n hw.ncpu) núcleos, carga $(uptime | sed 's/.*averages\{0,1\}: //'), $(date '+%d/%m/%Y %H:%M')"
cronometrar 20 "$copia/curso" mapa | resumir './curso mapa' '0,6 s'
salvar inicial
cronometrar 7 "$copia/curso" testar "$exercicio" | resumir "./curso testar $exercicio" '4 s'
cronometrar_assistir | resumir "assistir $exercicio: salvar → veredito" '1,5 s'
