package curso.cli.maquina;

import com.sun.management.OperatingSystemMXBean;
import curso.cli.nucleo.Contexto;
import curso.cli.progresso.FalhaDeDisco;
import curso.cli.terminal.Andamento;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/// Confere se esta máquina roda o curso: Java, memória, núcleos, disco, serviços e portas.
final class Conferencia {

    private static final int JAVA = 25;
    /// Mais do que um bloco de disco: o menor arquivo de progresso também não caberia.
    private static final int TAMANHO_DA_PROVA = 8_192;
    private static final long MEBI = 1 << 20;
    /// PostgreSQL, a JVM da correção (512 MB) e a de um experimento convivem; abaixo disto o sistema mata processos.
    private static final long MEMORIA_MINIMA = 1_500 * MEBI;
    private static final long MEMORIA_FOLGADA = 3_500 * MEBI;
    private static final long DISCO_MINIMO = 1_000 * MEBI;
    /// As portas da rinha são do contrato dela: não dá para escolher outras.
    private static final List<Integer> PORTAS_DA_RINHA = List.of(9999, 8001, 8002);

    private final Contexto contexto;
    private final List<Achado> achados = new ArrayList<>();

    private Conferencia(Contexto contexto) {
        this.contexto = contexto;
    }

    static List<Achado> fazer(Contexto contexto) {
        var conferencia = new Conferencia(contexto);
        try (var andamento = new Andamento(contexto.tela())) {
            conferencia.java();
            conferencia.nucleosEMemoria();
            conferencia.disco();
            conferencia.progresso();
            conferencia.achados.addAll(ConferenciaDeServicos.fazer(andamento));
            conferencia.portas();
        }
        return List.copyOf(conferencia.achados);
    }

    private void java() {
        int versao = Runtime.version().feature();
        var visto = System.getProperty("java.vm.name") + " " + Runtime.version() + " em " + System.getProperty("java.home");
        if (versao < JAVA) {
            achados.add(Achado.errado("Java", visto, "Instale um JDK 25 e aponte CURSO_JAVA_HOME para ele."));
        } else if (ToolProvider.getSystemJavaCompiler() == null) {
            achados.add(Achado.errado("Java", visto + " (sem compilador)", "Instale um JDK, não um JRE: o curso compila os exercícios."));
        } else {
            achados.add(Achado.certo("Java", visto));
        }
    }

    private void nucleosEMemoria() {
        int nucleos = Runtime.getRuntime().availableProcessors();
        achados.add(nucleos > 1 ? Achado.certo("Núcleos", String.valueOf(nucleos))
                : Achado.atencao("Núcleos", "1", "Tudo funciona, mas os experimentos de paralelismo não mostram ganho."));
        long memoria = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        var visto = memoria / MEBI + " MB";
        if (memoria < MEMORIA_MINIMA) {
            achados.add(Achado.errado("Memória", visto, "O curso precisa de uns " + MEMORIA_MINIMA / MEBI + " MB; dê mais ao contêiner ou à máquina virtual."));
        } else if (memoria < MEMORIA_FOLGADA) {
            achados.add(Achado.atencao("Memória", visto, "Feche outros programas antes de ./curso medir."));
        } else {
            achados.add(Achado.certo("Memória", visto));
        }
    }

    private void disco() {
        try {
            long livre = Files.getFileStore(contexto.casa().raiz()).getUsableSpace();
            achados.add(livre >= DISCO_MINIMO ? Achado.certo("Disco", livre / MEBI + " MB livres")
                    : Achado.atencao("Disco", livre / MEBI + " MB livres", "Libere espaço: um banco de experimento chega a centenas de MB."));
        } catch (IOException e) {
            achados.add(Achado.atencao("Disco", "não consegui ver: " + e.getMessage(), "Confira com df -h."));
        }
    }

    private void progresso() {
        var pasta = contexto.pasta();
        try {
            Files.createDirectories(pasta);
            var prova = Files.createTempFile(pasta, ".prova", "");
            try {
                // Criar um arquivo vazio cabe até num disco cheio.
                Files.write(prova, new byte[TAMANHO_DA_PROVA]);
            } finally {
                Files.delete(prova);
            }
            achados.add(Achado.certo("Progresso", "gravado em " + contexto.relativo(pasta)));
        } catch (IOException e) {
            achados.add(Achado.atencao("Progresso", pasta + ": " + FalhaDeDisco.motivo(e),
                    "Tudo funciona, mas o progresso não fica guardado. Dê permissão de escrita ou libere espaço."));
        }
    }

    private void portas() {
        var ocupadas = PORTAS_DA_RINHA.stream().filter(p -> !livre(p)).toList();
        achados.add(ocupadas.isEmpty() ? Achado.certo("Portas", "9999, 8001 e 8002 livres; as aulas usam portas livres quaisquer")
                : Achado.atencao("Portas", "em uso: " + ocupadas, "As aulas não precisam delas; a rinha, sim. Encerre quem as usa (lsof -i :" + ocupadas.getFirst() + ")."));
    }

    private static boolean livre(int porta) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), porta));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
