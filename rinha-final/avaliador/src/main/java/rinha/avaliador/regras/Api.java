package rinha.avaliador.regras;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import rinha.avaliador.conversa.Conversa;
import rinha.avaliador.conversa.Desfecho;
import rinha.avaliador.conversa.Mensagem;
import rinha.avaliador.conversa.Troca;
import rinha.carga.TipoDeErro;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;

/// Os pedidos do contrato. Para o alvo que deixou de responder, desiste em vez de esperar regra por regra.
public final class Api {

    private static final int SILENCIOS = 3;

    private final Conversa conversa;
    private int silencios;
    private List<Troca> primeirosExtratos = List.of();

    public Api(Conversa conversa) {
        this.conversa = conversa;
    }

    static Mensagem transacao(int cliente, String tipo, long valor, String descricao) {
        return corpo(String.valueOf(cliente), "{\"valor\": %d, \"tipo\": \"%s\", \"descricao\": %s}"
                .formatted(valor, tipo, JsonNodeFactory.instance.textNode(descricao)));
    }

    static Mensagem corpo(String id, String corpo) {
        return Mensagem.post("/clientes/" + id + "/transacoes", corpo);
    }

    static Mensagem extrato(String id) {
        return Mensagem.get("/clientes/" + id + "/extrato");
    }

    /// Escreve o pedido do extrato como ele sai.
    String pedidoDoExtrato(int cliente) {
        return conversa.emPalavras(extrato(String.valueOf(cliente)));
    }

    Conversa conversa() {
        return conversa;
    }

    /// Pede o extrato de cada cliente antes da primeira transação: depois dela, ninguém mais vê o de um cliente novo.
    public void olharOsExtratos() throws InterruptedException {
        primeirosExtratos = conversa.juntas(IntStream.rangeClosed(1, Rinha2024.CLIENTES).mapToObj(c -> extrato(String.valueOf(c))).toList());
    }

    /// Devolve o que veio então, do cliente 1 em diante.
    List<Troca> primeirosExtratos() {
        return primeirosExtratos;
    }

    public Troca pedir(Mensagem mensagem) {
        return vigiar(conversa.pedir(mensagem));
    }

    List<Troca> juntas(List<Mensagem> mensagens) throws InterruptedException {
        List<Troca> trocas = conversa.juntas(mensagens);
        trocas.stream().filter(Troca::respondida).findAny().ifPresentOrElse(this::vigiar, () -> vigiar(trocas.getFirst()));
        return trocas;
    }

    /// Diz se o último pedido ficou sem resposta.
    boolean calado() {
        return silencios > 0;
    }

    private Troca vigiar(Troca troca) {
        boolean mudo = troca.desfecho() instanceof Desfecho.SemResposta s
                && (s.erro() == TipoDeErro.TIMEOUT || s.erro() == TipoDeErro.CONEXAO_RECUSADA);
        silencios = mudo ? silencios + 1 : 0;
        if (silencios >= SILENCIOS) {
            throw new AlvoParou("%d pedidos seguidos sem resposta; o último, %s: %s".formatted(silencios, troca.enviado(), troca.veio()));
        }
        return troca;
    }

    /// Lê o extrato de que outra prova precisa.
    ///
    /// @throws Impedimento se ele não pode ser lido: isso é assunto de outra regra
    Extrato extrato(int cliente) {
        return ler(cliente, pedir(extrato(String.valueOf(cliente))));
    }

    Extrato ler(int cliente, Troca troca) {
        try {
            return Extrato.de(troca);
        } catch (Extrato.Ilegivel e) {
            throw new Impedimento("o extrato do cliente %d não pôde ser lido (%s); veja C30".formatted(cliente, troca.veio()));
        }
    }

    public long total(int cliente) {
        return extrato(cliente).total();
    }

    /// Faz uma transação de que outra prova precisa, e devolve o saldo respondido.
    ///
    /// @throws Impedimento se ela não foi aceita
    long aceitar(int cliente, String tipo, long valor, String descricao) {
        Troca troca = pedir(transacao(cliente, tipo, valor, descricao));
        return saldo(troca).orElseThrow(() -> new Impedimento("%s não foi aceito (%s); veja C05 e C06"
                .formatted(troca.enviado(), troca.veio())));
    }

    /// Devolve o saldo de um 200 que traz `limite` e `saldo` inteiros.
    static Optional<Long> saldo(Troca troca) {
        return troca.status() != 200 ? Optional.empty() : troca.json()
                .filter(j -> j.path("limite").isIntegralNumber() && j.path("saldo").isIntegralNumber() && j.path("saldo").canConvertToLong())
                .map(j -> j.path("saldo").longValue());
    }

    /// Credita o que falta para que o cliente possa gastar ao menos `minimo`; devolve o saldo, lido da resposta.
    public long comFolga(int cliente, long minimo) {
        long saldo = aceitar(cliente, "c", 1, "folga");
        long falta = minimo - (saldo + ConferenciaDaRinha.limite(cliente));
        return falta > 0 ? aceitar(cliente, "c", falta, "folga") : saldo;
    }
}
