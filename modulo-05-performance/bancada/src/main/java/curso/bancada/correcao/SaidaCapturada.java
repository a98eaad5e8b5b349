package curso.bancada.correcao;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Guarda o fim do que o código do aluno escreve no console, com limite: um laço que imprime não esgota a memória.
final class SaidaCapturada extends OutputStream {

    private static final int LIMITE = 8 * 1024;

    private final byte[] anel = new byte[LIMITE];
    private long escritos;

    /// Passa a receber `System.out` e `System.err`.
    static SaidaCapturada instalar() {
        SaidaCapturada saida = new SaidaCapturada();
        PrintStream fluxo = new PrintStream(saida, true, StandardCharsets.UTF_8);
        System.setOut(fluxo);
        System.setErr(fluxo);
        return saida;
    }

    @Override
    public synchronized void write(int b) {
        anel[(int) (escritos++ % LIMITE)] = (byte) b;
    }

    @Override
    public synchronized void write(byte[] bytes, int inicio, int tamanho) {
        for (int i = 0; i < tamanho; i++) {
            write(bytes[inicio + i]);
        }
    }

    /// Devolve o que foi escrito desde a última vez (só o fim, se passou do limite) e recomeça.
    synchronized String retirar() {
        int tamanho = (int) Math.min(escritos, LIMITE);
        byte[] copia = new byte[tamanho];
        for (int i = 0; i < tamanho; i++) {
            copia[i] = anel[(int) ((escritos - tamanho + i) % LIMITE)];
        }
        String prefixo = escritos > LIMITE ? "[… início cortado …]\n" : "";
        escritos = 0;
        return prefixo + new String(copia, StandardCharsets.UTF_8);
    }
}
