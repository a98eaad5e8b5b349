package rinha.avaliador.regras;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rinha.avaliador.Regra;
import rinha.avaliador.Regra.Peso;
import rinha.avaliador.conversa.Desfecho;
import rinha.avaliador.conversa.Mensagem;
import rinha.avaliador.conversa.Troca;

/// Robustez que o contrato não pede e a vida cobra. Não custa nada na nota.
final class Conselhos {

    private static final int CLIENTE = RegrasDeCorpo.CLIENTE;
    private static final String ID = String.valueOf(CLIENTE);

    private Conselhos() {
    }

    static List<Prova> todos() {
        List<Prova> p = new ArrayList<>();
        p.add(recusa("E01-valor-um-ponto-zero", "valor 1.0 é recusado", "O contrato pede um inteiro: quem aceita 1.0 aceitará 1.5 arredondado.",
                valor("1.0"), "o número passa por ponto flutuante"));
        p.add(recusa("E02-valor-com-expoente", "valor 1e3 é recusado", "Expoente é ponto flutuante com outro nome.", valor("1e3"), "o número passa por ponto flutuante"));
        // Débito: mesmo quem o lê pela metade não tem como o aceitar dentro do limite.
        p.add(recusa("E03-valor-alem-de-long", "débito de 2^63 é recusado", "Um número que não cabe vira negativo, ou vira 500.",
                "{\"valor\": 9223372036854775808, \"tipo\": \"d\", \"descricao\": \"enorme\"}", "o número transborda"));
        p.add(recusa("E04-campo-repetido", "corpo com o mesmo campo duas vezes é recusado", "Dois leitores do mesmo corpo podem escolher valores diferentes.",
                "{\"valor\": 1, \"valor\": 2, \"tipo\": \"c\", \"descricao\": \"dobro\"}", "o leitor de JSON fica com o último em silêncio"));
        p.add(utf8Invalido());
        p.add(unicode());
        p.add(metodoErrado());
        p.add(corpoEnorme());
        p.add(idQueNaoEhNumero());
        p.add(clienteLento());
        p.add(tipoDeConteudo());
        p.add(saldosEmSequencia());
        p.add(tipoErrado());
        return p;
    }

    private static Regra conselho(String id, String titulo, String porque) {
        return new Regra(id, titulo, porque, "", Peso.CONSELHO);
    }

    private static String valor(String valor) {
        return "{\"valor\": " + valor + ", \"tipo\": \"c\", \"descricao\": \"valor\"}";
    }

    private static Prova recusa(String id, String titulo, String porque, String corpo, String causa) {
        return new Prova(conselho(id, titulo, porque), exame -> RegrasDeCorpo.recusa(exame, Api.corpo(ID, corpo), "4xx", Conselhos::doCliente,
                causa, "recuse com 422 na leitura do corpo"));
    }

    private static boolean doCliente(int status) {
        return status >= 400 && status < 500;
    }

    private static Prova utf8Invalido() {
        return new Prova(conselho("E05-utf8-invalido", "corpo que não é UTF-8 é recusado", "O texto gravado errado aparece errado para sempre."), exame -> {
            byte[] corpo = "{\"valor\": 1, \"tipo\": \"c\", \"descricao\": \"a?b\"}".getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < corpo.length; i++) {
                corpo[i] = corpo[i] == '?' ? (byte) 0xC3 : corpo[i];
            }
            RegrasDeCorpo.recusa(exame, new Mensagem("POST", "/clientes/" + ID + "/transacoes", corpo), "4xx", Conselhos::doCliente,
                    "bytes inválidos são trocados em silêncio", "leia o corpo com um decodificador que recusa");
        });
    }

    private static Prova unicode() {
        return new Prova(conselho("E06-unicode-em-caracteres", "dez emojis são uma descrição válida, e voltam iguais",
                "O contrato conta caracteres: dez emojis são dez, em qualquer codificação."), exame -> {
            String descricao = "😀".repeat(10);
            exame.api().aceitar(CLIENTE, "c", 1, "ascii");
            Troca t = exame.api().pedir(Api.transacao(CLIENTE, "c", 1, descricao));
            if (exame.exigir(t.status() == 200, t, "200", Dica.de("a conta é de bytes ou de unidades UTF-16", "conte pontos de código"))) {
                exame.exigir(exame.api().extrato(CLIENTE).ultimas().stream().anyMatch(l -> l.descricao().equals(descricao)), t.enviado(),
                        "a descrição não voltou igual no extrato", descricao, Dica.de("o banco ou a resposta não está em UTF-8", "use UTF-8 do corpo ao banco e de volta"));
            }
        });
    }

    private static Prova metodoErrado() {
        return new Prova(conselho("E07-metodo-errado", "método que a rota não tem recebe 405", "405 diz ao cliente que o caminho existe; 404 o manda procurar em outro lugar."), exame -> {
            Troca t = exame.api().pedir(new Mensagem("DELETE", "/clientes/" + ID + "/transacoes", null));
            exame.exigir(t.status() == 405, t, "405", Dica.de("a rota não distingue caminho de método", "responda 405 com o cabeçalho Allow"));
        });
    }

    private static Prova corpoEnorme() {
        return new Prova(conselho("E08-corpo-enorme", "corpo de 1 MiB recebe 413", "Quem lê tudo antes de conferir entrega a memória a qualquer um."), exame -> {
            Troca t = exame.api().pedir(Api.corpo(ID, "{\"valor\": 1, \"tipo\": \"c\", \"descricao\": \"" + "x".repeat(1 << 20) + "\"}"));
            exame.exigir(t.status() == 413, t, "413", Dica.de("o corpo é lido inteiro, sem teto", "ponha um teto de alguns KiB no balanceador ou no servidor"));
        });
    }

    private static Prova idQueNaoEhNumero() {
        return new Prova(conselho("E09-id-que-nao-e-numero", "id que não é um número, ou não cabe num, recebe 4xx", "A exceção da conversão não pode virar 500."), exame -> {
            for (String id : List.of("abc", "99999999999999999999", "-1")) {
                Troca t = exame.api().pedir(Api.extrato(id));
                exame.exigir(doCliente(t.status()), t, "404 (ou outro 4xx)", Dica.de("a conversão do id lança exceção sem tratamento", "trate o id inválido como cliente que não existe"));
            }
        });
    }

    private static Prova clienteLento() {
        return new Prova(conselho("E10-cliente-lento", "com 64 clientes calados no meio do corpo, os outros são atendidos", "Uma thread por conexão lenta é um servidor que para de graça."), exame -> {
            try (Calados _ = Calados.abrir(exame.api().conversa(), 64, "/clientes/" + ID + "/transacoes")) {
                Troca t = exame.api().pedir(Api.extrato(ID));
                exame.exigir(t.status() == 200, "64 × meio POST e silêncio, e então " + t.enviado(), t.veio(), "200",
                        Dica.de("cada conexão lenta prende uma thread ou uma vaga de um conjunto pequeno", "leia o corpo sem prender threads, com prazo para ele chegar"));
            }
        });
    }

    private static Prova tipoDeConteudo() {
        return new Prova(conselho("E11-content-type", "as respostas com JSON trazem Content-Type application/json", "Sem ele cada cliente adivinha."), exame -> {
            Troca t = exame.api().pedir(Api.extrato(ID));
            String tipo = t.desfecho() instanceof Desfecho.Respondeu r ? r.cabecalho("content-type").orElse("nenhum") : "nenhum";
            exame.exigir(tipo.startsWith("application/json"), t.enviado(), "Content-Type: " + tipo, "Content-Type: application/json",
                    Dica.de("a resposta é escrita como texto", "declare application/json"));
        });
    }

    private static Prova tipoErrado() {
        return new Prova(conselho("E13-tipo-de-corpo-errado", "transação com Content-Type text/plain recebe 4xx", "Quem não confere o tipo lê como JSON o que é outra coisa."), exame -> {
            byte[] corpo = valor("1").getBytes(StandardCharsets.US_ASCII);
            RegrasDeCorpo.recusa(exame, new Mensagem("POST", "/clientes/" + ID + "/transacoes", corpo, "text/plain"), "415 (ou outro 4xx)", Conselhos::doCliente,
                    "o Content-Type do pedido não é conferido", "responda 415 a um tipo que não é application/json");
        });
    }

    /// Créditos de valores diferentes ao mesmo tempo: postos em ordem de saldo, cada um explica o degrau até o anterior.
    private static Prova saldosEmSequencia() {
        return new Prova(conselho("E12-saldos-em-sequencia", "sob concorrência, cada resposta mostra o saldo logo depois da própria transação, e o extrato segue essa ordem",
                "Um saldo lido depois, de outro, ainda soma certo no fim; mas não é o desta transação."), exame -> {
            long antes = exame.api().aceitar(CLIENTE, "c", 1, "degrau");
            List<Troca> trocas = exame.api().juntas(IntStream.rangeClosed(1, 30).mapToObj(i -> Api.transacao(CLIENTE, "c", i, "degrau" + i)).toList());
            List<long[]> degraus = new ArrayList<>();
            for (int i = 0; i < trocas.size(); i++) {
                long valor = i + 1;
                degraus.add(new long[] {Api.saldo(trocas.get(i)).orElseThrow(() -> new Impedimento("nem toda transação simultânea foi aceita; veja S06")), valor});
            }
            degraus.sort(Comparator.comparingLong(d -> d[0]));
            List<Long> saldos = LongStream.concat(LongStream.of(antes), degraus.stream().mapToLong(d -> d[0])).boxed().toList();
            boolean escada = IntStream.range(0, 30).allMatch(i -> saldos.get(i) + degraus.get(i)[1] == saldos.get(i + 1));
            String enviado = "créditos de 1 a 30, ao mesmo tempo";
            if (exame.exigir(escada, enviado, "os saldos respondidos não formam uma sequência", "cada saldo é o anterior mais o próprio valor",
                    Dica.de("o saldo da resposta é lido depois da gravação, e outra entrou no meio", "devolva o saldo que a própria gravação produziu (RETURNING)"))) {
                List<Long> ordem = degraus.reversed().stream().limit(10).map(d -> d[1]).toList();
                List<Long> extrato = exame.api().extrato(CLIENTE).ultimas().stream().limit(10).map(Extrato.Lancamento::valor).toList();
                exame.exigir(extrato.equals(ordem), enviado + ", depois o extrato", extrato.toString(), ordem + ", a ordem dos saldos",
                        Dica.de("o horário da transação é tomado antes da vez dela na fila", "ordene pelo número que a gravação recebeu, e não pelo horário"));
            }
        });
    }
}
