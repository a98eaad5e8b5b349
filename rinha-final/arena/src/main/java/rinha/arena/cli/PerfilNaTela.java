package rinha.arena.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rinha.arena.perfil.Dono;
import rinha.arena.perfil.Perfil;
import rinha.carga.medida.Numeros;

/// Mostra de quem é a CPU de cada JVM: as APIs juntas, que são iguais, e o balanceador ao lado.
final class PerfilNaTela {
    private static final String APIS = "APIs";

    private PerfilNaTela() {}

    static void mostrar(RodadaDePerfil.Feita<?> rodada, Console console) {
        var colunas = agrupar(rodada.perfis());
        console.linha();
        console.dobrada("", console.titulo("De quem é a CPU") + console.fraco(" numa rodada a mais, com o async-profiler: a vazão dela não conta"));
        console.linha("  %-36s".formatted("código") + String.join("", colunas.stream().map(c -> " %12s".formatted(c.servico())).toList()));
        donos(colunas).forEach(dono -> console.linha("  %-36s".formatted(dono.nome()) + String.join("", colunas.stream().map(c -> " %12s".formatted(parte(c, dono))).toList())));
        console.linha("  %-36s".formatted("amostras") + String.join("", colunas.stream().map(c -> " %12s".formatted(Numeros.inteiro(c.amostras()))).toList()));
        console.dobrada("  ", console.fraco("O tempo de uma classe do JDK, ou do Linux, é de quem a chamou. Os gráficos de chama, para o navegador:"));
        rodada.graficos().forEach(grafico -> console.linha("  " + grafico));
    }

    private static String parte(Perfil perfil, Dono dono) {
        double parte = perfil.parte(dono);
        return parte == 0 ? "—" : Numeros.decimal(100 * parte, 1) + "%";
    }

    /// Do que mais gasta, na primeira coluna, ao que menos gasta.
    private static Stream<Dono> donos(List<Perfil> colunas) {
        return Stream.of(Dono.values()).filter(dono -> colunas.stream().anyMatch(c -> c.parte(dono) > 0))
                .sorted(Comparator.comparingDouble((Dono dono) -> -colunas.getFirst().parte(dono)));
    }

    private static List<Perfil> agrupar(List<Perfil> perfis) {
        Map<String, Map<Dono, Long>> grupos = new LinkedHashMap<>();
        for (var perfil : perfis) {
            var grupo = grupos.computeIfAbsent(perfil.servico().startsWith("api") ? APIS : perfil.servico(), _ -> new EnumMap<>(Dono.class));
            perfil.porDono().forEach((dono, quantas) -> grupo.merge(dono, quantas, Long::sum));
        }
        var colunas = new ArrayList<Perfil>();
        grupos.forEach((nome, porDono) -> colunas.add(new Perfil(nome, porDono)));
        return colunas;
    }
}
