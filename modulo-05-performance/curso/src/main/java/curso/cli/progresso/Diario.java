package curso.cli.progresso;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import curso.bancada.medicao.GravacaoAtomica;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Guarda o progresso em `.curso/progresso.json` sem nunca o perder: gravação atômica, um processo por vez, e arquivo
/// que não se lê posto de lado. Quando não dá para gravar, avisa e deixa o comando seguir.
public final class Diario {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final DateTimeFormatter CARIMBO = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path arquivo;
    private final Clock relogio;
    private final Consumer<String> avisos;
    private boolean avisou;

    public Diario(Path pasta, Clock relogio, Consumer<String> avisos) {
        this.arquivo = pasta.resolve("progresso.json");
        this.relogio = relogio;
        this.avisos = avisos;
    }

    /// Devolve o progresso gravado, ou o vazio.
    public Progresso ler() {
        try {
            return interpretar(Files.readString(arquivo));
        } catch (NoSuchFileException e) {
            return Progresso.vazio();
        } catch (EsquemaNovo e) {
            avisarUmaVez(e.getMessage());
            return Progresso.vazio();
        } catch (JsonProcessingException e) {
            porDeLado(e.getLocation() == null ? e.getOriginalMessage() : "não é JSON a partir da linha " + e.getLocation().getLineNr());
            return Progresso.vazio();
        } catch (CharacterCodingException e) {
            porDeLado("não é texto em UTF-8");
            return Progresso.vazio();
        } catch (IOException e) {
            avisarUmaVez("Não consegui ler " + arquivo + " (" + motivo(e) + "). Mostro o progresso vazio.");
            return Progresso.vazio();
        }
    }

    /// Aplica a mudança ao que estiver gravado neste momento, por este ou por outro processo, e devolve o resultado.
    public Progresso atualizar(UnaryOperator<Progresso> mudanca) {
        var pasta = arquivo.getParent();
        try {
            Files.createDirectories(pasta);
            try (var _ = TravaDeArquivo.obter(pasta.resolve("progresso.trava"))) {
                recusarEsquemaNovo();
                var novo = mudanca.apply(ler());
                GravacaoAtomica.gravar(arquivo, JSON.writeValueAsBytes(novo));
                return novo;
            }
        } catch (EsquemaNovo e) {
            avisarUmaVez(e.getMessage());
        } catch (IOException e) {
            avisarUmaVez("O progresso não foi gravado em " + pasta + ": " + motivo(e) + ".\n"
                    + "O comando seguiu. Libere espaço ou dê permissão de escrita a essa pasta.");
        }
        return mudanca.apply(ler());
    }

    /// O instante de agora como se grava no diário.
    public String agora() {
        return relogio.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Progresso interpretar(String texto) throws IOException {
        var arvore = JSON.readTree(texto);
        if (arvore == null || !arvore.path("esquema").isInt()) {
            throw new com.fasterxml.jackson.core.JsonParseException(null, "falta o campo «esquema»");
        }
        if (arvore.path("esquema").intValue() > Progresso.ESQUEMA) {
            throw new EsquemaNovo(arvore.path("esquema").intValue());
        }
        return JSON.treeToValue(arvore, Progresso.class);
    }

    private void recusarEsquemaNovo() throws IOException {
        try {
            interpretar(Files.readString(arquivo));
        } catch (NoSuchFileException | JsonProcessingException | CharacterCodingException e) {
            return; // ainda não há arquivo, ou está quebrado e ler() o põe de lado
        }
    }

    private void porDeLado(String porque) {
        var quando = CARIMBO.withZone(ZoneId.systemDefault()).format(relogio.instant());
        var destino = arquivo.resolveSibling("progresso.json.quebrado-" + quando);
        try {
            Files.move(arquivo, destino);
            avisos.accept("O arquivo de progresso não pôde ser lido (" + porque + ").\nEle foi guardado em " + destino
                    + " e o curso começa um novo. Para recuperá-lo, corrija o arquivo e devolva o nome.");
        } catch (NoSuchFileException e) {
            return; // outro processo já o pôs de lado
        } catch (IOException e) {
            avisarUmaVez("O arquivo " + arquivo + " não pôde ser lido (" + porque + ") nem posto de lado: " + motivo(e));
        }
    }

    private void avisarUmaVez(String aviso) {
        if (!avisou) {
            avisou = true;
            avisos.accept(aviso);
        }
    }

    private static String motivo(IOException e) {
        return FalhaDeDisco.motivo(e);
    }

    private static final class EsquemaNovo extends IOException {
        private static final long serialVersionUID = 1L;

        EsquemaNovo(int esquema) {
            super("O progresso foi gravado por uma versão mais nova do curso (esquema " + esquema + "; esta conhece até "
                    + Progresso.ESQUEMA + "). Nada foi alterado: atualize o curso com git pull.");
        }
    }
}
