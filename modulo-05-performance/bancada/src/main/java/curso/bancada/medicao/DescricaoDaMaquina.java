package curso.bancada.medicao;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Lê do sistema o que identifica a máquina, sem nome de usuário nem de host.
final class DescricaoDaMaquina {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    private static final double OCUPADA = 0.5;

    private DescricaoDaMaquina() {
    }

    static Maquina ler() {
        var so = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Maquina(processador(), Runtime.getRuntime().availableProcessors(),
                so.getTotalMemorySize() >> 20,
                "%s %s (%s)".formatted(so.getName(), versaoCurta(so.getVersion()), so.getArch()),
                "%s (%s)".formatted(System.getProperty("java.runtime.version"), System.getProperty("java.vendor")));
    }

    /// Avisa se outros programas disputam os núcleos com a medição; vazio se não disputam ou se o sistema não diz.
    static Optional<String> ocupacao() {
        return ocupacao(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    static Optional<String> ocupacao(double cargaMedia, int nucleos) {
        return cargaMedia <= nucleos * OCUPADA ? Optional.empty() : Optional.of(
                "a máquina está ocupada (carga média %s em %d núcleos): espere ou feche programas, ou os números vão oscilar"
                        .formatted(Numeros.comCasas(cargaMedia, 1), nucleos));
    }

    /// Do núcleo bastam os dois primeiros números; o resto identifica quem o montou.
    static String versaoCurta(String versao) {
        return versao.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
    }

    private static String processador() {
        if (Files.isReadable(CPUINFO)) {
            try (var linhas = Files.lines(CPUINFO)) {
                return linhas.filter(l -> l.startsWith("model name")).findFirst()
                        .map(l -> l.substring(l.indexOf(':') + 1).strip()).orElseGet(DescricaoDaMaquina::doAmbiente);
            } catch (IOException e) {
                return doAmbiente();
            }
        }
        return doAmbiente();
    }

    private static String doAmbiente() {
        var identificador = System.getenv("PROCESSOR_IDENTIFIER");
        return identificador != null && !identificador.isBlank() ? identificador
                : "processador " + System.getProperty("os.arch");
    }
}
