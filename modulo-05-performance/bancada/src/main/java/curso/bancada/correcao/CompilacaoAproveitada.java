package curso.bancada.correcao;

import curso.bancada.correcao.Compilador.Compilacao;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Compila um exercício de novo sem recompilar os seus testes, quando eles e a API do arquivo do aluno não mudaram.
///
/// Os testes e os apoios são quase todo o texto, e os mesmos de um salvamento a outro. Só a compilação inteira diz o que está errado:
/// se a do arquivo do aluno sozinho não serve, por qualquer motivo, faz-se a inteira. O arquivo do aluno que outra JVM já compilou,
/// com estes mesmos testes, não se compila de novo. Não é seguro para uso concorrente.
final class CompilacaoAproveitada {

    /// Cada exercício guarda uns 200 kB de classes.
    private static final int EXERCICIOS_GUARDADOS = 16;
    /// O começo da chave do que só traz as classes do arquivo do aluno.
    static final String DO_ALUNO = "aluno-";

    private final Compilador compilador;
    private final CompilacoesEmDisco emDisco;
    private final Map<String, Guardada> guardadas = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guardada> maisVelha) {
            return size() > EXERCICIOS_GUARDADOS;
        }
    };

    /// As classes dos testes e dos apoios, e a API do arquivo do aluno contra a qual foram compiladas.
    private record Guardada(ApiDasClasses api, Map<String, byte[]> classes) {}

    CompilacaoAproveitada(Compilador compilador, CompilacoesEmDisco emDisco) {
        this.compilador = compilador;
        this.emDisco = emDisco;
    }

    /// O mesmo que compilar todas as `fontes` juntas; a primeira é a do aluno.
    Compilacao compilar(List<Path> fontes) {
        List<Path> testes = fontes.subList(1, fontes.size());
        String antes = conteudo(testes);
        Optional<Compilacao> aproveitada = guardada(antes).flatMap(g -> comOsDeAntes(fontes.getFirst(), g, antes));
        return aproveitada.orElseGet(() -> inteira(fontes, testes, antes));
    }

    private Optional<Guardada> guardada(String chave) {
        return Optional.ofNullable(guardadas.computeIfAbsent(chave,
                _ -> emDisco.ler(chave).map(g -> new Guardada(ApiDasClasses.de(g.doAluno()), Map.copyOf(g.outras()))).orElse(null)));
    }

    private Optional<Compilacao> comOsDeAntes(Path doAluno, Guardada guardada, String testes) {
        String chave = chaveDoAluno(doAluno, testes);
        Optional<Map<String, byte[]>> prontas = emDisco.ler(chave).map(CompilacoesEmDisco.Guardada::doAluno);
        Compilacao nova = prontas.map(classes -> new Compilacao(classes, Map.of(), List.of()))
                .orElseGet(() -> compilador.compilar(List.of(doAluno), guardada.classes()));
        if (!nova.certa() || !ApiDasClasses.de(nova.classes()).equals(guardada.api())) {
            return Optional.empty();
        }
        if (prontas.isEmpty()) {
            guardarDoAluno(doAluno, testes, chave, nova.classes());
        }
        Map<String, byte[]> todas = new HashMap<>(guardada.classes());
        todas.putAll(nova.classes());
        return Optional.of(new Compilacao(todas, nova.fontes(), List.of()));
    }

    private void guardarDoAluno(Path doAluno, String testes, String chave, Map<String, byte[]> classes) {
        // Quem salvou no meio da compilação deixaria guardadas as classes de outro texto.
        if (chaveDoAluno(doAluno, testes).equals(chave)) {
            emDisco.guardar(chave, new CompilacoesEmDisco.Guardada(classes, Map.of()));
        }
    }

    private Compilacao inteira(List<Path> fontes, List<Path> testes, String antes) {
        String chave = chaveDoAluno(fontes.getFirst(), antes);
        Compilacao inteira = compilador.compilar(fontes, Map.of());
        if (inteira.certa() && conteudo(testes).equals(antes)) {
            Map<String, byte[]> doAluno = inteira.classesDe(fontes.getFirst());
            Map<String, byte[]> outras = new HashMap<>(inteira.classes());
            outras.keySet().removeAll(doAluno.keySet());
            guardadas.put(antes, new Guardada(ApiDasClasses.de(doAluno), Map.copyOf(outras)));
            emDisco.guardar(antes, new CompilacoesEmDisco.Guardada(doAluno, outras));
            guardarDoAluno(fontes.getFirst(), antes, chave, doAluno);
        }
        return inteira;
    }

    /// O nome e o texto do arquivo do aluno, e os testes com que ele se compila; a pasta em que ele está não muda as classes.
    static String chaveDoAluno(Path doAluno, String testes) {
        return DO_ALUNO + resumo(List.of(doAluno), arquivo -> testes + "\n" + arquivo.getFileName());
    }

    /// Os nomes e o conteúdo dos arquivos, resumidos; um texto sem igual, se algum não se deixa ler.
    private static String conteudo(List<Path> arquivos) {
        return resumo(arquivos, arquivo -> arquivo.toAbsolutePath().toString());
    }

    private static String resumo(List<Path> arquivos, Function<Path, String> nome) {
        try {
            MessageDigest resumo = MessageDigest.getInstance("SHA-256");
            for (Path arquivo : arquivos) {
                byte[] bytes = Files.readAllBytes(arquivo);
                resumo.update((nome.apply(arquivo) + "\n" + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                resumo.update(bytes);
            }
            return HexFormat.of().formatHex(resumo.digest());
        } catch (IOException e) {
            return "ilegível " + System.nanoTime();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("todo Java traz o SHA-256", e);
        }
    }
}
