package rinha.avaliador;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rinha.avaliador.consistencia.Fechamento;
import rinha.carga.medida.Resultado;

/// Tudo o que uma avaliação viu.
///
/// @param carga      o que a carga mediu; vazio se não houve
/// @param fechamento as contas de cada cliente depois da carga; vazio se não houve
/// @param achados    do mais caro para o mais barato; os conselhos no fim
/// @param avisos     o que quem lê deve saber, como um banco que não começou do zero
/// @param sistema    quanto o sistema gastou, se quem o pôs de pé mediu
public record Avaliacao(PlanoDeAvaliacao plano, Instant comecou, Duration durou, List<Verificacao> verificacoes,
                        Optional<Resultado> carga, Optional<Fechamento> fechamento, Nota nota, List<Achado> achados,
                        List<String> avisos, Optional<Sistema> sistema) {
    public Avaliacao {
        verificacoes = List.copyOf(verificacoes);
        achados = List.copyOf(achados);
        avisos = List.copyOf(avisos);
    }

    public Avaliacao comSistema(Sistema valor) {
        return new Avaliacao(plano, comecou, durou, verificacoes, carga, fechamento, nota, achados, avisos, Optional.of(valor));
    }

    /// Diz se toda regra oficial pedida passou e a nota é a cheia. Só a que pede um banco vazio pode ter ficado sem avaliar.
    public boolean aprovada() {
        return nota.cheia() && verificacoes.stream()
                .noneMatch(v -> v.pendente() || v.regra().oficial() && v.situacao() == Situacao.FALHOU);
    }

    public long quantas(Situacao situacao, boolean oficiais) {
        return verificacoes.stream().filter(v -> v.situacao() == situacao && v.regra().oficial() == oficiais).count();
    }
}
