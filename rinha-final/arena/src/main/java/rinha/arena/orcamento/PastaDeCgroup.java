package rinha.arena.orcamento;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Uma pasta de cgroup nossa, com o nome do processo que a criou: assim se sabe quando ficou sem dono. Um processo pode ter várias.
final class PastaDeCgroup {
    private static final String PREFIXO = "curso-rinha-";
    private static final Pattern NOME = Pattern.compile("(" + PREFIXO + "(\\d+)-\\d+)-\\d+");
    private static final AtomicInteger SEQUENCIA = new AtomicInteger();
    private static final Duration PACIENCIA = Duration.ofSeconds(5);

    private PastaDeCgroup() {}

    /// `curso-rinha-PID-INÍCIO-N`: o pid pode voltar a ser usado, mas não com o mesmo início; N separa as cercas de um processo.
    static String nomeNovo() {
        return dono(ProcessHandle.current()) + "-" + SEQUENCIA.incrementAndGet();
    }

    private static String dono(ProcessHandle processo) {
        return PREFIXO + processo.pid() + "-" + processo.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Apaga o que um processo nosso, já morto, deixou aqui.
    static void recolherAbandonadas(Path raiz) {
        try (var pastas = Files.list(raiz)) {
            pastas.filter(PastaDeCgroup::abandonada).toList().forEach(p -> remover(p, Duration.ZERO));
        } catch (IOException e) {
            // Não se pode listar: também não se pôde criar nada aqui.
        }
    }

    static boolean ehNossa(Path pasta) {
        return NOME.matcher(pasta.getFileName().toString()).matches();
    }

    private static boolean abandonada(Path pasta) {
        var nome = NOME.matcher(pasta.getFileName().toString());
        return nome.matches() && ProcessHandle.of(Long.parseLong(nome.group(2))).filter(p -> dono(p).equals(nome.group(1))).isEmpty();
    }

    /// Apaga a pasta e as de dentro; um cgroup só se apaga vazio de processos.
    static void remover(Path pasta) {
        remover(pasta, PACIENCIA);
    }

    private static void remover(Path pasta, Duration paciencia) {
        long limite = System.nanoTime() + paciencia.toNanos();
        while (!removeu(pasta) && System.nanoTime() - limite < 0) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /// Só as pastas: os arquivos de um cgroup são do sistema, e somem com ela.
    private static boolean removeu(Path pasta) {
        if (!Files.exists(pasta)) {
            return true;
        }
        try (var dentro = Files.list(pasta)) {
            for (Path filha : dentro.filter(Files::isDirectory).toList()) {
                Files.deleteIfExists(filha);
            }
        } catch (IOException e) {
            return false;
        }
        return apagou(pasta);
    }

    private static boolean apagou(Path pasta) {
        try {
            return Files.deleteIfExists(pasta);
        } catch (IOException e) {
            return false;
        }
    }

    /// Nunca cria o arquivo: num cgroup de verdade ele já existe, e numa pasta comum escrever nele não limitaria nada.
    ///
    /// Quando o sistema recusa o valor, o arquivo abre e só a escrita falha: aí a exceção do Java não diz o caminho.
    static void escrever(Path arquivo, Object valor) throws IOException {
        try {
            Files.writeString(arquivo, valor.toString(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("%s não aceitou «%s»: %s".formatted(arquivo, valor, e.getMessage()), e);
        }
    }

    /// O número de uma linha `nome número`.
    static OptionalLong campo(Path arquivo, String nome) {
        try {
            return Files.readAllLines(arquivo).stream().map(l -> l.split(" ")).filter(p -> p.length == 2 && p[0].equals(nome))
                    .mapToLong(p -> Long.parseLong(p[1])).findFirst();
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong numero(Path arquivo) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(arquivo).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static long soma(Path arquivo, List<String> campos) {
        long soma = Consumo.DESCONHECIDA;
        for (String campo : campos) {
            var valor = campo(arquivo, campo);
            soma = valor.isEmpty() ? soma : Math.max(0, soma) + valor.getAsLong();
        }
        return soma;
    }
}
