# Inicia um serviço e o encerra quando quem o pediu morre: a entrada padrão é um cano que só o dono mantém aberto.
# Argumentos: sinal, paciência (em passos de 20 ms), arquivo de saída, pasta a apagar (ou vazio), comando e seus argumentos.
# Escreve na saída padrão o pid do serviço e, quando ele acaba, «fim CÓDIGO».
trap : HUP INT TERM QUIT
sinal=$1 paciencia=$2 saida=$3 apagar=$4
shift 4
# Sem setsid (macOS), o controle de tarefas dá ao serviço um grupo só dele: Ctrl-C não o alcança.
[ -n "$GUARDIAO_SEM_SETSID" ] && set -m 2>/dev/null
exec 3<&0

"$@" 3<&- </dev/null >>"$saida" 2>&1 &
servico=$!
# Se o dono já morreu não há quem leia: sem isto o SIGPIPE mataria o guardião antes do serviço.
trap '' PIPE
echo "$servico" 2>/dev/null

(
  trap '' HUP INT TERM QUIT
  trap 'exit 0' USR1
  while read -r _; do :; done
  kill -s "$sinal" "$servico" 2>/dev/null
  while [ "$paciencia" -gt 0 ] && kill -0 "$servico" 2>/dev/null; do
    sleep 0.02 2>/dev/null || sleep 1
    paciencia=$((paciencia - 1))
  done
  kill -0 "$servico" 2>/dev/null && kill -s KILL "$servico" 2>/dev/null
) <&3 >/dev/null 2>&1 &
vigia=$!

# Um sinal interrompe o wait: só o fim do serviço encerra o laço.
while :; do
  wait "$servico"
  codigo=$?
  kill -0 "$servico" 2>/dev/null || break
done
# Daqui em diante o pid pode ser de outro processo: o vigia não pode mais matá-lo.
kill -s USR1 "$vigia" 2>/dev/null
trap '' HUP INT TERM QUIT
echo "fim $codigo" 2>/dev/null
while read -r _; do :; done <&3
wait "$vigia" 2>/dev/null
tentativas=20
while [ -n "$apagar" ] && [ "$tentativas" -gt 0 ]; do
  rm -rf -- "$apagar" 2>/dev/null && break
  sleep 0.05 2>/dev/null || sleep 1
  tentativas=$((tentativas - 1))
done
exit 0
