package rinha.carga.medida;

import java.util.List;

/// Diz se a medida é do sistema ou do próprio gerador.
///
/// @param ocupacao          parte do tempo que a thread do gerador passou no processador, em média
/// @param ocupacaoMaxima    a do intervalo mais ocupado
/// @param fila              parte do tempo que ela esperou por um processador, em média
/// @param atrasos           quanto cada pedido saiu depois da hora por culpa do gerador; vazio no modelo fechado
/// @param esperaramConexao  pedidos que não acharam conexão livre na hora marcada
/// @param cpuDoProcesso     segundos de processador do processo gerador inteiro
/// @param bytesPorPedido    alocação da thread do gerador por pedido
/// @param pausas            coletas de lixo e soluços
/// @param ritmo             a velocidade da máquina, que os percentis medem junto com o sistema
/// @param latenciaAfetada   se a latência inclui esperas desta máquina: processador disputado, coletas, lentidão, atrasos no p99,9
/// @param gargalos          por que o gerador, e não o sistema, limitou a carga; vazio se não limitou
/// @param avisos            o que mais o leitor deve saber antes de crer nos números
public record SaudeDoGerador(double ocupacao, double ocupacaoMaxima, double fila, Latencias atrasos,
                             long esperaramConexao, double cpuDoProcesso, double bytesPorPedido, Pausas pausas,
                             Ritmo ritmo, boolean latenciaAfetada, List<String> gargalos, List<String> avisos) {
    public SaudeDoGerador {
        gargalos = List.copyOf(gargalos);
        avisos = List.copyOf(avisos);
    }

    /// Diz se foi o gerador, e não o sistema, que limitou a carga.
    public boolean foiOGargalo() {
        return !gargalos.isEmpty();
    }
}
