package rinha.avaliador.regras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.conversa.Mensagem;
import rinha.avaliador.conversa.Troca;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.medida.Numeros;

/// O dinheiro quando muitos mexem nele ao mesmo tempo.
final class RegrasDeConcorrencia {

    private static final String SALDO = "Cada resposta do teste que detectar inconsistência no saldo do cliente gera multa";
    private static final Dica PERDIDA = Dica.de("atualização perdida ou repetida: o saldo é lido, somado no programa e gravado de volta, e outro "
            + "pedido gravou no meio", "some no banco (UPDATE … SET saldo = saldo + ?), ou tome um lock na linha antes de ler");
    private static final Dica ATRASADO = Dica.de("o extrato vem de uma cópia atrasada: cache, réplica ou memória de outra instância",
            "leia o saldo de onde a transação foi gravada; se há cache, invalide-o antes de responder o 200");

    private RegrasDeConcorrencia() {
    }

    static List<Prova> todas() {
        return List.of(danada(), vinteECinco("S02-25-debitos", "d", "vinte e cinco débitos simultâneos de 1 tiram 25"),
                vinteECinco("S03-25-creditos", "c", "vinte e cinco créditos simultâneos de 1 somam 25"),
                leituraAposEscrita(), disputa(), soma());
    }

    private static Prova danada() {
        Regra regra = new Regra("S01-danada", "depois de «danada», quatro extratos simultâneos mostram danada no topo e o saldo respondido",
                "Pelo balanceador, cada extrato pode cair em outra instância.", SALDO, Peso.SALDO);
        return new Prova(regra, exame -> {
            for (int c = 1; c <= 5; c++) {
                long saldo = exame.api().aceitar(c, "c", 1, "danada");
                for (Troca t : exame.api().juntas(Collections.nCopies(4, Api.extrato(String.valueOf(c))))) {
                    conferirExtrato(exame, t, saldo, "danada", true);
                }
            }
        });
    }

    private static void conferirExtrato(Exame exame, Troca t, long saldo, String descricao, boolean noTopo) {
        String esperado = "total " + saldo + " e «" + descricao + "» " + (noTopo ? "no topo" : "na lista");
        try {
            Extrato e = Extrato.de(t);
            boolean achada = e.ultimas().stream().limit(noTopo ? 1 : 10).anyMatch(l -> l.descricao().equals(descricao));
            String veio = "total " + e.total() + "; no topo " + e.ultimas().stream().limit(1).toList();
            exame.exigir(e.total() == saldo && achada, "crédito «" + descricao + "», depois " + t.enviado(), veio, esperado,
                    e.total() == saldo && noTopo ? Dica.de("a ordem do extrato não é a das transações", "ordene por um número que só cresce, do maior para o menor") : ATRASADO);
        } catch (Extrato.Ilegivel e) {
            exame.exigir(false, t, esperado, Dica.deResposta("um dos extratos simultâneos não veio, ou não pôde ser lido",
                    "veja o que o servidor registrou; confira o pool de conexões e o balanceador"));
        }
    }

    private static Prova vinteECinco(String id, String tipo, String titulo) {
        Regra regra = new Regra(id, titulo, "É o começo do teste oficial: uma atualização perdida aparece aqui.", SALDO, Peso.SALDO);
        return new Prova(regra, exame -> {
            long antes = exame.api().comFolga(1, 1_000);
            List<Troca> trocas = exame.api().juntas(Collections.nCopies(25, Api.transacao(1, tipo, 1, "vinte e 5")));
            Contagem contagem = Contagem.de(trocas, tipo.equals("c") ? 1 : -1);
            contagem.recusadas(exame, "200: há saldo para todos");
            contagem.duvidosas(exame);
            long total = exame.api().total(1);
            exame.exigir(contagem.explica(antes, total), "25 × " + trocas.getFirst().enviado() + " ao mesmo tempo, depois o extrato",
                    "total " + total, "total " + contagem.esperado(antes), PERDIDA);
        });
    }

    private static Prova leituraAposEscrita() {
        Regra regra = new Regra("S04-leitura-apos-escrita", "o extrato pedido logo depois do 200 já mostra a transação",
                "O 200 quer dizer que valeu, para qualquer instância.", "saldo.total deve ser o saldo total atual do cliente", Peso.SALDO);
        return new Prova(regra, exame -> {
            for (int i = 0; i < 10; i++) {
                String descricao = "leitura " + i;
                long saldo = exame.api().aceitar(2, "c", 1, descricao);
                conferirExtrato(exame, exame.api().pedir(Api.extrato("2")), saldo, descricao, false);
            }
        });
    }

    /// Quarenta débitos de 100 onde só cabem dez.
    private static Prova disputa() {
        Regra regra = new Regra("S05-disputa-do-limite", "de quarenta débitos simultâneos em que só cabem dez, passam dez",
                "Conferir e depois gravar deixa dois passarem pela mesma porta.", "um saldo de -limite - 1 ou menor significa inconsistência", Peso.SALDO);
        return new Prova(regra, exame -> {
            long limite = ConferenciaDaRinha.limite(2);
            long saldo = exame.api().comFolga(2, 2_000);
            exame.api().aceitar(2, "d", saldo + limite - 1_000, "encosta");
            List<Troca> trocas = exame.api().juntas(Collections.nCopies(40, Api.transacao(2, "d", 100, "disputa")));
            Contagem contagem = Contagem.de(trocas, -100);
            contagem.duvidosas(exame);
            contagem.recusadasSem422(exame);
            String enviado = "40 × " + trocas.getFirst().enviado() + " ao mesmo tempo, com 1000 até o limite";
            boolean coube = exame.exigir(contagem.aceitas() <= 10, enviado, Numeros.quantos(contagem.aceitas(), "aceita", "aceitas"), "no máximo 10 aceitas",
                    Dica.de("o limite é conferido antes, e o débito gravado depois, sem lock entre os dois", "confira e grave na mesma instrução"));
            if (coube && contagem.desconhecidas() == 0) {
                exame.exigir(contagem.aceitas() == 10, enviado, Numeros.quantos(contagem.aceitas(), "aceita", "aceitas"), "10 aceitas: todas as que cabem",
                        Dica.deResposta("um débito que cabia foi recusado", "recuse só pelo saldo do momento da gravação"));
            }
            // O que ficou de folga é o que se somou ao limite: 1000, menos as aceitas, mais este crédito.
            long depois = exame.api().aceitar(2, "c", 5_000, "folga");
            exame.exigir(contagem.explica(-limite + 6_000, depois), enviado + ", depois um crédito de 5000", "saldo " + depois,
                    "saldo " + contagem.esperado(-limite + 6_000), PERDIDA);
        });
    }

    private static Prova soma() {
        Regra regra = new Regra("S06-soma-das-aceitas", "depois de 200 transações misturadas, o saldo de cada cliente é o de antes mais as aceitas",
                "É a conta que fecha: nada se perde e nada se repete.", SALDO, Peso.SALDO);
        return new Prova(regra, exame -> {
            long[] antes = IntStream.rangeClosed(0, 5).mapToLong(c -> c == 0 ? 0 : exame.api().comFolga(c, 500_000)).toArray();
            Contagem[] contagens = IntStream.rangeClosed(0, 5).mapToObj(_ -> new Contagem()).toArray(Contagem[]::new);
            for (int rodada = 0; rodada < 8; rodada++) {
                misturar(exame, contagens);
            }
            for (int c = 1; c <= 5; c++) {
                Contagem contagem = contagens[c];
                contagem.recusadas(exame, "200: há saldo para todas");
                contagem.duvidosas(exame);
                long inicial = antes[c];
                long total = Releitura.ate(exame.api(), c, t -> contagem.explica(inicial, t));
                exame.exigir(contagem.explica(inicial, total), "%s no cliente %d, de 25 em 25 ao mesmo tempo".formatted(Numeros.quantos(contagem.aceitas(), "transação aceita", "transações aceitas"), c),
                        "total " + total, "total " + contagem.esperado(inicial), PERDIDA);
            }
        });
    }

    private static void misturar(Exame exame, Contagem[] contagens) throws InterruptedException {
        List<Mensagem> mensagens = new ArrayList<>();
        List<long[]> clienteEDelta = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            int cliente = 1 + exame.sorteio().nextInt(5);
            boolean credito = exame.sorteio().nextInt(3) == 0;
            long valor = 1 + exame.sorteio().nextInt(10_000);
            mensagens.add(Api.transacao(cliente, credito ? "c" : "d", valor, "mistura"));
            clienteEDelta.add(new long[] {cliente, credito ? valor : -valor});
        }
        List<Troca> trocas = exame.api().juntas(mensagens);
        for (int i = 0; i < trocas.size(); i++) {
            contagens[(int) clienteEDelta.get(i)[0]].anotar(trocas.get(i), clienteEDelta.get(i)[1]);
        }
    }
}
