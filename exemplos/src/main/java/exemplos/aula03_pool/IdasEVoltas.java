package exemplos.aula03_pool;

import curso.bancada.instrumentos.RedeLenta;
import curso.bancada.medicao.Coluna;
import curso.bancada.medicao.Tabela;
import curso.bancada.servicos.Banco;
import java.time.Duration;

/// Quantas idas e voltas cada passo faz, contadas com uma rede tão lenta que o resto do tempo não importa.
///
/// O aperto de mãos do TCP fica de fora: ele acontece até o proxy, que está na mesma máquina.
///
/// @param msDeAbrir     quanto levou abrir uma conexão
/// @param msDeConsultar quanto levou uma consulta nela
record IdasEVoltas(double msDeAbrir, double msDeConsultar) {

    private static final Duration IDA_E_VOLTA = Duration.ofMillis(30);

    /// Fica com a menor de três vezes: o que a máquina acrescenta só aumenta.
    static IdasEVoltas contar(Banco banco) throws Exception {
        double abrir = Double.MAX_VALUE;
        double consultar = Double.MAX_VALUE;
        try (var rede = RedeLenta.ate(banco.host(), banco.porta(), IDA_E_VOLTA)) {
            var fonte = new FonteContada(banco, rede.jdbc(banco.url()));
            for (int vez = 0; vez < 3; vez++) {
                long antes = System.nanoTime();
                try (var conexao = fonte.getConnection(); var comando = conexao.prepareStatement("select 1")) {
                    long aberta = System.nanoTime();
                    comando.executeQuery().next();
                    abrir = Math.min(abrir, (aberta - antes) / 1e6);
                    consultar = Math.min(consultar, (System.nanoTime() - aberta) / 1e6);
                }
            }
        }
        return new IdasEVoltas(abrir, consultar);
    }

    /// O que não completa uma ida e volta é trabalho do servidor e do processador.
    long deAbrir() {
        return (long) (msDeAbrir / IDA_E_VOLTA.toMillis());
    }

    long deConsultar() {
        return (long) (msDeConsultar / IDA_E_VOLTA.toMillis());
    }

    Tabela tabela() {
        return Tabela.de("O preço em idas e voltas, numa rede de " + IDA_E_VOLTA.toMillis() + " ms", "passo",
                        Coluna.de("idas e voltas", 0), Coluna.de("tempo (ms)", 0))
                .linha("abrir a conexão, depois do TCP", deAbrir(), msDeAbrir)
                .linha("consultar", deConsultar(), msDeConsultar);
    }
}
