package rinha.carga.cenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import rinha.carga.Conferencia;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.Texto;
import rinha.carga.Veredito;

/// Confere as respostas da Rinha 2024: código aceito, `saldo >= -limite`, e o limite do cliente.
///
/// Débito aceita 200 ou 422; crédito e extrato, só 200. O JSON é lido em fluxo, sem montar árvore: a
/// conferência roda a cada resposta, na thread do gerador.
public final class ConferenciaDaRinha implements Conferencia {

    private static final long[] LIMITES = {100_000, 80_000, 1_000_000, 10_000_000, 500_000};
    private static final Veredito SO_200 = new Veredito.StatusInesperado("200");
    private static final Veredito SO_200_OU_422 = new Veredito.StatusInesperado("200 ou 422");
    private static final int MAXIMO_NO_EXTRATO = 10;
    private static final int MAXIMO_A_MOSTRAR = 120;

    private final JsonFactory json = new JsonFactory();
    private final Testemunha testemunha;

    public ConferenciaDaRinha() {
        this((_, _) -> { });
    }

    public ConferenciaDaRinha(Testemunha testemunha) {
        this.testemunha = testemunha;
    }

    /// Limite de crédito do cliente pelo contrato, em centavos.
    public static long limite(int cliente) {
        return LIMITES[cliente - 1];
    }

    @Override
    public Veredito conferir(Pedido pedido, Resposta resposta) {
        Rinha2024.Operacao operacao = (Rinha2024.Operacao) pedido.contexto();
        int status = resposta.status();
        if (status != 200) {
            boolean debito = operacao.tipo() == 'd';
            return debito && status == 422 ? Veredito.ACEITO : debito ? SO_200_OU_422 : SO_200;
        }
        try (JsonParser p = json.createParser(resposta.area(), 0, resposta.tamanho())) {
            Lido lido = operacao.tipo() == 'e' ? LeitorDaRinha.extrato(p) : LeitorDaRinha.transacao(p);
            testemunha.leu(operacao, lido.saldo());
            return julgar(lido, limite(operacao.cliente()));
        } catch (IOException e) {
            return new Veredito.CorpoErrado("o corpo de um 200 não é o JSON do contrato: %s; veio «%s»".formatted(motivo(e), comeco(resposta)));
        }
    }

    /// O Jackson explica em inglês, e em duas linhas.
    private static String motivo(IOException e) {
        return switch (e) {
            case InputCoercionException _ -> "um número não cabe em 64 bits";
            case JsonProcessingException j -> "não é JSON a partir do byte " + j.getLocation().getByteOffset();
            default -> e.getMessage();
        };
    }

    private static String comeco(Resposta resposta) {
        String texto = new String(resposta.area(), 0, Math.min(resposta.tamanho(), MAXIMO_A_MOSTRAR), StandardCharsets.UTF_8);
        return Texto.visivel(texto) + (resposta.tamanho() > MAXIMO_A_MOSTRAR ? "…" : "");
    }

    /// Saldo e limite que a resposta mostrou, e quantas transações listou (0 na resposta de uma transação).
    record Lido(long saldo, long limite, int transacoes) {
    }

    private static Veredito julgar(Lido lido, long limiteDoCliente) {
        if (lido.limite() != limiteDoCliente) {
            return new Veredito.CorpoErrado(
                    "limite %d; o do cliente é %d".formatted(lido.limite(), limiteDoCliente));
        }
        if (lido.saldo() < -lido.limite()) {
            return new Veredito.CorpoErrado(
                    "saldo %d abaixo de -limite (-%d)".formatted(lido.saldo(), lido.limite()));
        }
        if (lido.transacoes() > MAXIMO_NO_EXTRATO) {
            return new Veredito.CorpoErrado(
                    "%d transações no extrato; o máximo é 10".formatted(lido.transacoes()));
        }
        return Veredito.ACEITO;
    }
}
