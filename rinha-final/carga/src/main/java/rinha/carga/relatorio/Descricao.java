package rinha.carga.relatorio;

import rinha.carga.Chegadas;
import rinha.carga.Fase;
import rinha.carga.Fluxo;
import rinha.carga.Modelo;
import rinha.carga.Plano;
import rinha.carga.medida.Numeros;
import rinha.carga.medida.Resultado;

/// Diz em palavras o que a carga pede.
public final class Descricao {

    private Descricao() {
    }

    /// Devolve uma linha: o modelo, o ritmo e as conexões.
    public static String doModelo(Plano plano) {
        return switch (plano.modelo()) {
            case Modelo.Fechado m -> "carga fechada: %s, %s".formatted(Numeros.quantos(m.conexoes(), "conexão", "conexões"),
                    m.pausa().isZero() ? "sem pausa entre os pedidos"
                            : "pausa de " + Numeros.duracao(m.pausa()) + " entre os pedidos");
            case Modelo.Aberto m -> "carga aberta: %s com hora marcada, até %s%s".formatted(
                    Numeros.quantos(m.totalDePedidos(), "pedido", "pedidos"), Numeros.quantos(m.conexoes(), "conexão", "conexões"),
                    m.chegadas() == Chegadas.POISSON ? ", chegadas de Poisson" : "");
        };
    }

    /// Devolve o que a interrupção deixou de fora.
    public static String daInterrupcao(Resultado r) {
        return "A carga foi interrompida antes da hora." + (r.cortados() == 0 ? "" : " Fora das contas: %s em curso quando você interrompeu."
                .formatted(Numeros.quantos(r.cortados(), "pedido", "pedidos")));
    }

    public static String doFluxo(Fluxo fluxo) {
        return fluxo.nome() + ": " + String.join(", depois ", fluxo.perfil().fases().stream().map(Descricao::daFase).toList());
    }

    private static String daFase(Fase fase) {
        return switch (fase) {
            case Fase.Constante f -> "%s/s por %s".formatted(taxa(f.taxa()), Numeros.duracao(f.duracao()));
            case Fase.Rampa f -> "de %s/s a %s/s em %s".formatted(taxa(f.de()), taxa(f.ate()), Numeros.duracao(f.duracao()));
            case Fase.Rajada f -> "%d de uma vez".formatted(f.pedidos());
            case Fase.Silencio f -> "silêncio por %s".formatted(Numeros.duracao(f.duracao()));
        };
    }

    private static String taxa(double taxa) {
        return taxa == Math.rint(taxa) ? Numeros.inteiro(taxa) : Numeros.decimal(taxa, 2);
    }
}
