package rinha.arena.orcamento;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Onde as árvores de cgroups estão montadas e em que ponto delas este processo está.
///
/// @param v1 candidatas da versão 1, cada uma com as pastas de `cpu`, `cpuacct` e `memory`, nesta ordem
/// @param v2 candidatas da versão 2
record MontagensDeCgroup(List<List<Path>> v1, List<Path> v2) {
    private static final List<String> RECURSOS = List.of("cpu", "cpuacct", "memory");

    /// Lê as linhas de `/proc/self/mounts` e `/proc/self/cgroup`. Primeiro o alto da montagem, depois o nosso ponto e os acima dele.
    static MontagensDeCgroup ler(List<String> montagens, List<String> cgroups) {
        var arvores = new TreeMap<String, Path>();
        var unificadas = new ArrayList<Path>();
        for (String linha : montagens) {
            String[] campos = linha.split(" ");
            if (campos.length > 3 && campos[2].equals("cgroup")) {
                Stream.of(campos[3].split(",")).filter(RECURSOS::contains).forEach(r -> arvores.putIfAbsent(r, Path.of(campos[1])));
            } else if (campos.length > 3 && campos[2].equals("cgroup2")) {
                unificadas.add(Path.of(campos[1]));
            }
        }
        var pontos = pontos(cgroups);
        return new MontagensDeCgroup(candidatasV1(arvores, pontos), unificadas.stream().flatMap(u -> candidatasV2(u, pontos.getOrDefault("", "/"))).toList());
    }

    private static List<List<Path>> candidatasV1(Map<String, Path> arvores, Map<String, String> pontos) {
        if (!arvores.keySet().containsAll(RECURSOS)) {
            return List.of();
        }
        var doAlto = RECURSOS.stream().map(arvores::get).toList();
        var nossas = RECURSOS.stream().map(r -> abaixo(arvores.get(r), pontos.getOrDefault(r, "/"))).toList();
        return Stream.of(doAlto, nossas).distinct().toList();
    }

    private static Stream<Path> candidatasV2(Path montagem, String ponto) {
        Path nosso = abaixo(montagem, ponto);
        return Stream.concat(Stream.of(montagem), Stream.iterate(nosso, p -> p != null && p.startsWith(montagem), Path::getParent)).distinct();
    }

    /// Linhas `número:recurso,recurso:/ponto`; na versão 2 o recurso é vazio.
    private static Map<String, String> pontos(List<String> cgroups) {
        var pontos = new TreeMap<String, String>();
        for (String linha : cgroups) {
            String[] campos = linha.split(":", 3);
            if (campos.length == 3) {
                Stream.of(campos[1].split(",", -1)).forEach(r -> pontos.put(r, campos[2]));
            }
        }
        return pontos;
    }

    private static Path abaixo(Path montagem, String ponto) {
        return ponto.equals("/") ? montagem : montagem.resolve(ponto.substring(1));
    }
}
