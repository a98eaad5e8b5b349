package curso.auditoria;

import curso.bancada.catalogo.Aula;
import curso.bancada.catalogo.FichaDeExercicio;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// O que há de errado numa aula, dados o seu cabeçalho e os textos: vazio é uma aula em ordem.
final class ProblemasDaAula {

    private static final int PERGUNTAS = 5;
    private static final Pattern RESPOSTA = Pattern.compile("(?s)<details><summary>Resposta</summary>\\s*(?!</details>)\\S.*?</details>");
    private static final Pattern COMENTARIO = Pattern.compile("(?s)<!--.*?-->");

    private ProblemasDaAula() {}

    /// Compara a linha da aula no mapa do módulo (leitura, exercícios, total e pré-requisitos) com o cabeçalho.
    static List<String> noPlano(Aula aula, String plano) {
        Matcher linha = Pattern.compile("\\| \\[" + aula.numero() + " [^]]*\\]\\([^)]*/" + Pattern.quote(aula.arquivo())
                + "\\.md\\) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| (.*?) \\|").matcher(plano);
        if (!linha.find()) {
            return List.of("a aula " + aula.arquivo() + " não tem uma linha no plano");
        }
        List<String> problemas = new ArrayList<>();
        int total = aula.minutosNoTotal();
        String minutos = aula.minutos() + " + " + (total - aula.minutos()) + " = " + total;
        comparar("minutos", linha.group(1) + " + " + linha.group(2) + " = " + linha.group(3), minutos, problemas);
        String antes = aula.preRequisitos().isEmpty() ? "nenhuma" : String.join(", ", aula.preRequisitos());
        comparar("antes dela", linha.group(4), antes, problemas);
        return problemas;
    }

    private static void comparar(String oQue, String noPlano, String noCabecalho, List<String> problemas) {
        if (!noPlano.equals(noCabecalho)) {
            problemas.add(oQue + ": o plano diz " + noPlano + ", o cabeçalho diz " + noCabecalho);
        }
    }

    static List<String> noCabecalho(Aula aula) {
        List<String> problemas = new ArrayList<>();
        exigir(!aula.objetivos().isEmpty(), "faltam os objetivos", problemas);
        exigir(!aula.foraDeEscopo().isEmpty(), "falta dizer o que fica fora de escopo", problemas);
        exigir(!aula.exercicios().isEmpty(), "faltam os exercícios", problemas);
        for (String antes : aula.preRequisitos()) {
            exigir(antes.matches("\\d\\d") && antes.compareTo(aula.numero()) < 0,
                    "o pré-requisito " + antes + " não é o número de uma aula anterior, como 03", problemas);
        }
        return problemas;
    }

    static List<String> nasPerguntas(String corpo) {
        long respostas = RESPOSTA.matcher(corpo).results().count();
        return respostas >= PERGUNTAS ? List.of() : List.of("são ao menos " + PERGUNTAS + " perguntas com resposta; há " + respostas);
    }

    /// Citar é dar ao leitor o que ele digita ou procura; o nome num comentário, ou uma palavra igual na prosa, não conta.
    static List<String> nasCitacoes(Aula aula, String corpo) {
        String visivel = COMENTARIO.matcher(corpo).replaceAll("");
        List<String> problemas = new ArrayList<>();
        for (FichaDeExercicio ficha : aula.exercicios()) {
            exigir(visivel.lines().anyMatch(l -> l.contains(" " + ficha.numero() + " ") && l.contains("`" + ficha.classe() + "`")),
                    "nenhuma linha traz " + ficha.numero() + " e `" + ficha.classe() + "`", problemas);
        }
        for (String experimento : aula.experimentos()) {
            String comando = "./curso exemplo " + aula.numero() + " " + experimento;
            exigir(Pattern.compile(Pattern.quote(comando) + "(?![\\w-])").matcher(visivel).find(), "falta " + comando, problemas);
        }
        for (String benchmark : aula.benchmarks()) {
            exigir(visivel.contains("`" + benchmark + "`"), "falta `" + benchmark + "`", problemas);
        }
        return problemas;
    }

    private static void exigir(boolean certo, String problema, List<String> problemas) {
        if (!certo) {
            problemas.add(problema);
        }
    }
}
