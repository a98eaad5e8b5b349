package rinha.arena.medida;

import java.util.Optional;
import java.util.stream.Stream;
import rinha.avaliador.consistencia.Fechamento;
import rinha.carga.TipoDeErro;
import rinha.carga.medida.ErroVisto;
import rinha.carga.medida.Resultado;

/// Uma carga e as contas conferidas depois dela.
public record Rodada(Resultado carga, Fechamento contas) {

    /// Respostas que contradizem o contrato, mais contas que não fecham; as do aquecimento também contam.
    public long inconsistencias() {
        return quantos(true) + contas.contas().stream().filter(c -> !c.confere()).count();
    }

    /// Pedidos sem resposta ou com um status que não vale; os do aquecimento também contam.
    public long erros() {
        return quantos(false);
    }

    private long quantos(boolean corpoErrado) {
        return vistos().filter(e -> (e.tipo() == TipoDeErro.CORPO_ERRADO) == corpoErrado).mapToLong(ErroVisto::quantos).sum();
    }

    private Stream<ErroVisto> vistos() {
        return Stream.concat(carga.erros().stream(), carga.errosNoAquecimento().stream());
    }

    public boolean satisfaz() {
        return inconsistencias() == 0 && erros() == 0 && carga.respondidos() > 0;
    }

    /// O primeiro motivo de a rodada não valer, para quem vai ler; vazio se ela vale.
    public Optional<String> porQueNaoSatisfaz() {
        if (satisfaz()) {
            return Optional.empty();
        }
        var erro = vistos().findFirst()
                .map(e -> "%s, %d %s. O primeiro: %s. %s".formatted(e.tipo().nome(), e.quantos(), e.quantos() == 1 ? "vez" : "vezes", e.amostras().getFirst().pedido(), e.amostras().getFirst().detalhe()));
        var conta = contas.contas().stream().filter(c -> !c.confere()).findFirst()
                .map(c -> "as contas do cliente %d não fecham: o servidor mostra %d, a soma do que ele aceitou dá %s".formatted(c.cliente(), c.visto(), c.esperado()));
        return erro.or(() -> conta).or(() -> Optional.of("nenhuma resposta chegou"));
    }
}
