package rinha.arena.orcamento;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Quanta memória processos ocupam, vista de fora: no Linux pelo `/proc`; onde não há um, pelo `ps`.
final class MemoriaDoProcesso {
    /// A parte proporcional: uma página que dois processos dividem conta metade em cada um.
    private static final Pattern PSS = Pattern.compile("(?m)^Pss_(?:Anon|Shmem):\\s+(\\d+) kB$");
    private static final Pattern RSS = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB$");

    private MemoriaDoProcesso() {}

    /// Em bytes; [Consumo#DESCONHECIDA] se o sistema não diz de nenhum.
    static long somar(List<ProcessHandle> processos) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return peloPs(processos);
        }
        long soma = Consumo.DESCONHECIDA;
        for (var processo : processos) {
            long bytes = peloProc(Path.of("/proc", Long.toString(processo.pid())));
            soma = bytes < 0 ? soma : Math.max(0, soma) + bytes;
        }
        return soma;
    }

    private static long peloProc(Path processo) {
        long pss = somar(PSS, ler(processo.resolve("smaps_rollup")));
        return pss >= 0 ? pss : somar(RSS, ler(processo.resolve("status")));
    }

    private static long somar(Pattern linha, String texto) {
        var achadas = linha.matcher(texto).results().mapToLong(r -> Long.parseLong(r.group(1)) << 10).toArray();
        return achadas.length == 0 ? Consumo.DESCONHECIDA : java.util.Arrays.stream(achadas).sum();
    }

    private static String ler(Path arquivo) {
        try {
            return Files.readString(arquivo);
        } catch (IOException e) {
            return ""; // o processo acabou, ou é de outra conta
        }
    }

    private static long peloPs(List<ProcessHandle> processos) {
        var pids = processos.stream().map(p -> Long.toString(p.pid())).collect(Collectors.joining(","));
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pids).redirectErrorStream(true).start();
            var linhas = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .map(String::strip).filter(l -> l.matches("\\d+")).mapToLong(Long::parseLong).toArray();
            return linhas.length == 0 ? Consumo.DESCONHECIDA : java.util.Arrays.stream(linhas).sum() << 10;
        } catch (IOException e) {
            return Consumo.DESCONHECIDA;
        }
    }
}
