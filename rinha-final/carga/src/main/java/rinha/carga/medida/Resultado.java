package rinha.carga.medida;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import rinha.carga.Plano;
import rinha.carga.TipoDeErro;

/// Tudo o que uma carga mediu, sem o aquecimento.
///
/// @param comecou            quando, para o relatório
/// @param segundos           tempo medido: do fim do aquecimento até o fim da carga ou a última resposta, ou até mandarem parar
/// @param enviados           pedidos que tomaram uma conexão
/// @param errosNoAquecimento não entram em [#erros] nem nas medidas, mas não somem
/// @param interrompida       se alguém mandou parar antes da hora
/// @param cortados           pedidos em curso, ou à espera de conexão, quando mandaram parar: não entram em nenhuma outra conta
public record Resultado(Plano plano, Instant comecou, double segundos, long enviados, List<MedidaDaRota> rotas,
                        List<ErroVisto> erros, List<ErroVisto> errosNoAquecimento, List<Intervalo> intervalos,
                        SaudeDoGerador gerador, boolean interrompida, long cortados) {
    public Resultado {
        rotas = List.copyOf(rotas);
        erros = List.copyOf(erros);
        errosNoAquecimento = List.copyOf(errosNoAquecimento);
        intervalos = List.copyOf(intervalos);
    }

    /// Pedidos que terminaram, com resposta ou sem ela.
    public long pedidos() {
        return rotas.stream().mapToLong(MedidaDaRota::pedidos).sum();
    }

    public long respondidos() {
        return rotas.stream().mapToLong(MedidaDaRota::respondidos).sum();
    }

    public long totalDeErros() {
        return erros.stream().mapToLong(ErroVisto::quantos).sum();
    }

    public long totalDeErrosNoAquecimento() {
        return errosNoAquecimento.stream().mapToLong(ErroVisto::quantos).sum();
    }

    public long erros(TipoDeErro tipo) {
        return erros.stream().filter(e -> e.tipo() == tipo).mapToLong(ErroVisto::quantos).sum();
    }

    /// Respostas por segundo.
    public double vazao() {
        return segundos == 0 ? 0 : respondidos() / segundos;
    }

    /// Latências desde a hora marcada: respostas de qualquer código e timeouts.
    public Latencias latencias() {
        Latencias soma = new Latencias();
        rotas.forEach(r -> soma.somar(r.todas()));
        return soma;
    }

    /// As mesmas, desde a tomada da conexão: sem a correção da omissão coordenada.
    public Latencias servico() {
        Latencias soma = new Latencias();
        rotas.forEach(r -> soma.somar(r.servico()));
        return soma;
    }

    /// Parte dos pedidos, de 0 a 1, aceita pela conferência em até `limite`: a base do SLA oficial.
    public double aceitosAte(Duration limite) {
        long aceitos = rotas.stream().mapToLong(r -> r.aceitas().ate(limite)).sum();
        return pedidos() == 0 ? 0 : (double) aceitos / pedidos();
    }
}
