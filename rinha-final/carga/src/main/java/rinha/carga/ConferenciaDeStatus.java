package rinha.carga;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Aceita qualquer corpo com um dos códigos dados.
final class ConferenciaDeStatus implements Conferencia {

    private final int[] aceitos;
    private final Veredito recusa;

    ConferenciaDeStatus(int... aceitos) {
        this.aceitos = aceitos.clone();
        Arrays.sort(this.aceitos);
        this.recusa = new Veredito.StatusInesperado(
                Arrays.stream(this.aceitos).mapToObj(Integer::toString).collect(Collectors.joining(" ou ")));
    }

    @Override
    public Veredito conferir(Pedido pedido, Resposta resposta) {
        return Arrays.binarySearch(aceitos, resposta.status()) >= 0 ? Veredito.ACEITO : recusa;
    }

    @Override
    public boolean olhaOCorpo() {
        return false;
    }
}
