package rinha.carga;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Fases de chegada em sequência: o ritmo de um fluxo do começo ao fim.
public record Perfil(List<Fase> fases) {

    /// Folga para o erro de ponto flutuante na soma das fases: sem ela, 0,07/s por 100 s deveria 8 pedidos.
    private static final double FOLGA = 1e-6;

    public Perfil {
        fases = List.copyOf(fases);
        Exigir.que(!fases.isEmpty(), "perfil sem fases: dê ao menos uma");
    }

    public static Perfil de(Fase... fases) {
        return new Perfil(List.of(fases));
    }

    /// Devolve o perfil de uma taxa só.
    public static Perfil constante(double taxa, Duration duracao) {
        return de(new Fase.Constante(taxa, duracao));
    }

    /// Devolve quantos pedidos o perfil inteiro deve, com chegadas regulares.
    public long totalDePedidos() {
        return (long) Math.ceil(fases.stream().mapToDouble(Fase::chegadas).sum() - FOLGA);
    }

    public Duration duracao() {
        return fases.stream().map(Fase::duracao).reduce(Duration.ZERO, Duration::plus);
    }

    /// Devolve este perfil precedido de `aquecimento` na taxa em que ele começa; de silêncio, se ela é zero.
    public Perfil comAquecimento(Duration aquecimento) {
        if (aquecimento.isZero()) {
            return this;
        }
        double taxa = fases.getFirst().taxaInicial();
        List<Fase> todas = new ArrayList<>();
        todas.add(taxa == 0 ? new Fase.Silencio(aquecimento) : new Fase.Constante(taxa, aquecimento));
        todas.addAll(fases);
        return new Perfil(todas);
    }
}
