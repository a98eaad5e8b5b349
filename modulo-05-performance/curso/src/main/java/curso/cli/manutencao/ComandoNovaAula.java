package curso.cli.manutencao;

import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import curso.cli.progresso.FalhaDeDisco;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Cria todos os lugares de uma aula, com um modelo que compila; a auditoria lista o que falta.
@Command(name = "nova-aula", description = "Cria os lugares de uma aula nova (para quem mantém o curso).")
public final class ComandoNovaAula implements Runnable {

    @Mixin
    private Opcoes opcoes;

    @Parameters(index = "0", paramLabel = "NN", description = "Número da aula, com dois algarismos: 04.")
    private String numero;

    @Parameters(index = "1", paramLabel = "SLUG", description = "Nome curto, só letras minúsculas sem acento: cache.")
    private String slug;

    @Option(names = "--titulo", paramLabel = "TITULO", description = "Título da aula, com acentos.")
    private String titulo;

    private final Contexto contexto;

    public ComandoNovaAula(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public void run() {
        validar();
        var modelo = new ModeloDeAula(numero, slug, titulo == null ? emTitulo(slug) : titulo);
        var arquivos = modelo.arquivos();
        for (var arquivo : arquivos.keySet()) {
            if (Files.exists(contexto.casa().raiz().resolve(arquivo))) {
                throw Recusa.de("Já existe " + arquivo + ": nada foi criado.", "Escolha outro número ou outro nome.");
            }
        }
        arquivos.forEach(this::criar);
        contexto.tela().linha("Criada a aula " + numero + " " + slug + ":");
        arquivos.keySet().forEach(a -> contexto.tela().linha("  " + a));
        contexto.tela().linha();
        contexto.tela().linha("Agora:");
        contexto.tela().linha("  1. ponha a linha da aula no plano de modulo-05-performance/README.md");
        contexto.tela().linha("  2. ./mvnw verify   a auditoria lista o que falta (armadilhas, perguntas, medições…)");
    }

    private void validar() {
        if (!numero.matches("\\d\\d")) {
            throw Recusa.de("«" + numero + "» não é número de aula: são dois algarismos.", "Exemplo: ./curso nova-aula 04 cache");
        }
        if (!slug.matches("[a-z][a-z0-9]*")) {
            throw Recusa.de("«" + slug + "» não serve de nome: só letras minúsculas sem acento e algarismos.", "Exemplo: ./curso nova-aula 04 cache");
        }
        contexto.catalogo().aula(numero).ifPresent(aula -> {
            throw Recusa.de("A aula " + numero + " já existe: " + aula.titulo() + ".", "./curso mapa mostra os números usados.");
        });
        contexto.catalogo().aulas().stream().filter(aula -> aula.slug().equals(slug)).findFirst().ifPresent(aula -> {
            throw Recusa.de("Já há uma aula chamada «" + slug + "», a " + aula.numero() + ": ./curso aula " + slug + " só acharia uma.",
                    "./curso mapa mostra os nomes usados: escolha outro.");
        });
    }

    private void criar(String caminho, String texto) {
        Path arquivo = contexto.casa().raiz().resolve(caminho);
        try {
            Files.createDirectories(arquivo.getParent());
            Files.write(arquivo, texto.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Recusa.de("Não criei " + caminho + ": " + FalhaDeDisco.motivo(e) + ".", "Confira as permissões e o espaço em disco.", e);
        }
    }

    private static String emTitulo(String slug) {
        return slug.substring(0, 1).toUpperCase(Locale.ROOT) + slug.substring(1);
    }
}
