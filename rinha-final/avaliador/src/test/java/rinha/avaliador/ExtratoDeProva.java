package rinha.avaliador;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// O extrato que o servidor de prova escreve: certo, ou com os defeitos pedidos.
final class ExtratoDeProva {

    private final Set<Defeito> defeitos;
    private final Collection<BancoDeProva> contas;

    ExtratoDeProva(Set<Defeito> defeitos, Collection<BancoDeProva> contas) {
        this.defeitos = defeitos;
        this.contas = contas;
    }

    String de(BancoDeProva conta) {
        ObjectNode raiz = JsonNodeFactory.instance.objectNode();
        raiz.putObject("saldo").put("total", conta.totalDoExtrato()).put("data_extrato", data(Instant.now())).put("limite", conta.limite());
        var lista = raiz.putArray("ultimas_transacoes");
        Instant escrita = Instant.now();
        ultimas(conta).forEach(l -> lista.addObject().put("valor", l.valor()).put("tipo", l.tipo())
                .put("descricao", defeitos.contains(Defeito.EXTRATO_ABREVIA) && l.descricao().length() > 8 ? l.descricao().substring(0, 8) : l.descricao())
                .put("realizada_em", realizadaEm(l.quando(), escrita.plusNanos(1_000L * lista.size()))));
        return raiz.toString();
    }

    private List<BancoDeProva.Lancamento> ultimas(BancoDeProva conta) {
        return !defeitos.contains(Defeito.EXTRATO_DE_TODOS) ? conta.retrato().ultimas() : contas.stream()
                .flatMap(c -> c.retrato().ultimas().stream()).sorted(Comparator.comparing(BancoDeProva.Lancamento::quando).reversed()).limit(10).toList();
    }

    private String realizadaEm(Instant quando, Instant escrita) {
        return defeitos.contains(Defeito.REALIZADA_EM_ERRADA) ? "2024-01-17T02:34:38.543030Z"
                : data(defeitos.contains(Defeito.REALIZADA_EM_DA_LEITURA) ? escrita : quando);
    }

    private String data(Instant quando) {
        if (defeitos.contains(Defeito.HORA_LOCAL_SEM_FUSO)) {
            return LocalDateTime.ofInstant(quando, ZoneOffset.ofHours(-3)).toString();
        }
        return (defeitos.contains(Defeito.HORA_ERRADA) ? quando.minusSeconds(3 * 3600) : quando).toString();
    }
}
