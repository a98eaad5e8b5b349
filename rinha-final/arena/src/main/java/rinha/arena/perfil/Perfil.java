package rinha.arena.perfil;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Onde foi a CPU de uma JVM, em amostras por dono. Uma amostra são uns milissegundos de CPU.
///
/// @param porDono quantas amostras de cada um; os que não apareceram faltam
public record Perfil(String servico, Map<Dono, Long> porDono) {

    /// Lê o formato «collapsed» do async-profiler: `base;...;topo quantas`, uma pilha por linha.
    static Perfil ler(String servico, Path pilhas) throws IOException {
        var porDono = new EnumMap<Dono, Long>(Dono.class);
        try (var linhas = Files.lines(pilhas)) {
            linhas.filter(linha -> !linha.isBlank()).forEach(linha -> somar(porDono, linha));
        }
        return new Perfil(servico, porDono);
    }

    private static void somar(Map<Dono, Long> porDono, String linha) {
        int fim = linha.lastIndexOf(' ');
        porDono.merge(Dono.de(List.of(linha.substring(0, fim).split(";"))), Long.parseLong(linha.substring(fim + 1)), Long::sum);
    }

    public long amostras() {
        return porDono.values().stream().mapToLong(Long::longValue).sum();
    }

    /// De 0 a 1; zero se não houve amostra.
    public double parte(Dono dono) {
        return amostras() == 0 ? 0 : (double) porDono.getOrDefault(dono, 0L) / amostras();
    }
}
