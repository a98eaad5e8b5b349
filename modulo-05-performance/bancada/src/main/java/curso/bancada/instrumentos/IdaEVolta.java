package curso.bancada.instrumentos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/// O tempo de uma ida e volta até o banco, visto por uma conexão aberta.
///
/// O atraso de [RedeLenta] é um mínimo: a ele se somam o caminho até o proxy, o sono que passa da hora e o trabalho do servidor.
public final class IdaEVolta {
    private static final int AQUECIMENTO = 10;
    private static final int VEZES = 21;

    private IdaEVolta() {}

    /// Devolve a mediana de 21 consultas `SELECT 1`, em milissegundos, depois de dez que não contam.
    public static double medianaMs(Connection conexao) throws SQLException {
        var tempos = new double[VEZES];
        try (var comando = conexao.prepareStatement("SELECT 1")) {
            for (int i = 0; i < AQUECIMENTO; i++) {
                ms(comando);
            }
            for (int i = 0; i < VEZES; i++) {
                tempos[i] = ms(comando);
            }
        }
        Arrays.sort(tempos);
        return tempos[VEZES / 2];
    }

    private static double ms(PreparedStatement comando) throws SQLException {
        long antes = System.nanoTime();
        comando.executeQuery().close();
        return (System.nanoTime() - antes) / 1e6;
    }
}
