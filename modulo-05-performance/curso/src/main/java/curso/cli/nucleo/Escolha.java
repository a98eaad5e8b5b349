package curso.cli.nucleo;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.Catalogo;
import curso.bancada.catalogo.FichaDeExercicio;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Acha a aula ou o exercício que a pessoa quis dizer; quando não há, diz quais há e qual é o mais parecido.
public final class Escolha {

    /// Um exercício e a aula dele.
    public record Exercicio(Aula aula, FichaDeExercicio ficha) {
        public String numero() {
            return ficha.numero();
        }
    }

    private static final Pattern NUMERO_DE_EXERCICIO = Pattern.compile("\\d{1,6}(\\.\\d+)+");

    private Escolha() {
    }

    /// Aceita `03`, `3`, `pool`, `03-pool` ou um exercício da aula.
    public static Aula aula(Catalogo catalogo, String pedido) {
        return talvezAula(catalogo, pedido)
                .orElseThrow(() -> NUMERO_DE_EXERCICIO.matcher(pedido).matches() ? semExercicio(catalogo, pedido) : semAula(catalogo, pedido));
    }

    /// Aceita `03.1`, `3.1` ou o nome da classe.
    public static Exercicio exercicio(Catalogo catalogo, String pedido) {
        return talvezExercicio(catalogo, pedido).orElseThrow(() -> semExercicio(catalogo, pedido));
    }

    /// Aceita uma aula inteira ou um exercício; sem pedido, todos.
    public static List<Exercicio> exercicios(Catalogo catalogo, String pedido) {
        if (pedido == null) {
            return todos(catalogo);
        }
        var um = talvezExercicio(catalogo, pedido);
        if (um.isPresent() || parecido(pedido)) {
            return List.of(um.orElseThrow(() -> semExercicio(catalogo, pedido)));
        }
        var aula = aula(catalogo, pedido);
        if (aula.exercicios().isEmpty()) {
            throw Recusa.de("A aula " + aula.numero() + " não tem exercícios.", "./curso mapa mostra as que têm.");
        }
        return aula.exercicios().stream().map(ficha -> new Exercicio(aula, ficha)).toList();
    }

    public static List<Exercicio> todos(Catalogo catalogo) {
        return catalogo.aulas().stream()
                .flatMap(aula -> aula.exercicios().stream().map(ficha -> new Exercicio(aula, ficha))).toList();
    }

    private static Optional<Aula> talvezAula(Catalogo catalogo, String pedido) {
        var limpo = pedido.toLowerCase(Locale.ROOT).replaceFirst("^aula[ _-]?", "").replaceFirst("\\.md$", "").replace('_', '-');
        return catalogo.aula(limpo)
                .or(() -> catalogo.aulas().stream()
                        .filter(a -> a.slug().equals(limpo) || limpo.equals(a.numero() + "-" + a.slug())).findFirst())
                .or(() -> catalogo.exercicio(limpo).flatMap(e -> catalogo.aula(e.aula())));
    }

    private static Optional<Exercicio> talvezExercicio(Catalogo catalogo, String pedido) {
        var ficha = catalogo.exercicio(pedido).or(() -> catalogo.exercicios().stream()
                .filter(e -> e.classe().equalsIgnoreCase(pedido.replaceFirst("\\.java$", ""))).findFirst());
        return ficha.map(f -> new Exercicio(catalogo.aula(f.aula()).orElseThrow(), f));
    }

    private static boolean parecido(String pedido) {
        return NUMERO_DE_EXERCICIO.matcher(pedido).matches() || pedido.matches("[A-Z].*");
    }

    private static Recusa semAula(Catalogo catalogo, String pedido) {
        var numeros = catalogo.aulas().stream().map(Aula::numero).toList();
        var nomes = catalogo.aulas().stream().map(Aula::slug).toList();
        var perto = Proximidade.maisProximo(pedido, pedido.matches("\\d+") ? numeros : nomes);
        return Recusa.de("Não há aula «" + pedido + "».", "As aulas são: " + lista(catalogo.aulas().stream()
                .map(a -> a.numero() + " " + a.slug()).toList()) + "." + quisDizer(perto));
    }

    private static Recusa semExercicio(Catalogo catalogo, String pedido) {
        var inteira = talvezAula(catalogo, pedido);
        if (inteira.isPresent()) {
            return Recusa.de("«" + pedido + "» é uma aula, e aqui é preciso dizer um exercício dela.",
                    "Os exercícios são: " + lista(inteira.get().exercicios().stream().map(FichaDeExercicio::numero).toList()) + ".");
        }
        boolean numerado = NUMERO_DE_EXERCICIO.matcher(pedido).matches();
        var daAula = numerado ? catalogo.aula(pedido.substring(0, pedido.indexOf('.'))) : Optional.<Aula>empty();
        if (numerado && daAula.isEmpty()) {
            return semAula(catalogo, pedido.substring(0, pedido.indexOf('.')));
        }
        var candidatos = daAula.map(Aula::exercicios).orElseGet(catalogo::exercicios);
        var numeros = candidatos.stream().map(FichaDeExercicio::numero).toList();
        var nomes = candidatos.stream().map(FichaDeExercicio::classe).toList();
        var perto = Proximidade.maisProximo(pedido, pedido.matches("[\\d.]+") ? numeros : nomes);
        var onde = daAula.map(a -> " na aula " + a.numero()).orElse("");
        return Recusa.de("Não há exercício «" + pedido + "»" + onde + ".",
                "Os exercícios são: " + lista(numeros) + "." + quisDizer(perto));
    }

    private static String quisDizer(Optional<String> perto) {
        return perto.map(p -> " Você quis dizer " + p + "?").orElse("");
    }

    private static String lista(List<String> itens) {
        return itens.isEmpty() ? "nenhum ainda" : String.join(", ", itens);
    }
}
