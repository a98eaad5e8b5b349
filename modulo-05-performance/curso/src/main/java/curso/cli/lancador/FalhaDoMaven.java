package curso.cli.lancador;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Traduz o registro de um Maven que falhou no que fazer agora.
final class FalhaDoMaven {

    private static final Pattern PASTA_FECHADA = Pattern.compile("Permission denied|AccessDenied|Read-only file system");
    private static final Pattern DISCO_CHEIO = Pattern.compile("No space left|Não há espaço|not enough space on the disk|Espaço insuficiente");
    /// DownloadFile é o que o mvnw.cmd usa para trazer o próprio Maven: o erro dele vem na língua do Windows.
    private static final Pattern SEM_REDE = Pattern.compile(
            "Could not transfer|Unknown host|UnknownHost|timed out|Failed to fetch|Network is unreachable|DownloadFile");
    private static final Pattern DO_FONTE = Pattern.compile("^\\[(ERROR|WARNING)\\] .*\\.java:|^\\[ERROR\\] +(symbol|location|required|found|reason)|^(error|Error):");
    private static final int LINHAS = 20;
    private static final int LINHAS_SEM_FONTE = 5;

    private final Oficina oficina;
    private final Repositorio repositorio;
    private final Path registro;

    FalhaDoMaven(Oficina oficina, Repositorio repositorio, Path registro) {
        this.oficina = oficina;
        this.repositorio = repositorio;
        this.registro = registro;
    }

    Desistencia de(String oQue) throws IOException {
        var linhas = Files.readAllLines(registro);
        if (algum(linhas, PASTA_FECHADA)) {
            return new Desistencia("Não consigo gravar em " + repositorio.casa() + ", onde o Maven guarda as bibliotecas.",
                    "Escolha outra pasta: defina CURSO_M2 (no Windows, set CURSO_M2=C:\\pasta\\sua) e rode de novo.", "Detalhes: " + registro);
        }
        if (algum(linhas, DISCO_CHEIO)) {
            return new Desistencia("O disco encheu durante a compilação.", "Libere espaço e rode de novo. Detalhes: " + registro);
        }
        if (algum(linhas, SEM_REDE)) {
            return new Desistencia("Faltam bibliotecas para compilar " + oQue + " e o repositório do Maven não respondeu.",
                    "Conecte-se à rede e rode de novo: depois da primeira vez o curso funciona sem rede.",
                    "Atrás de um proxy ou espelho, configure .m2/settings.xml na sua pasta pessoal.", "Detalhes: " + registro);
        }
        return doFonte(oQue, linhas);
    }

    private Desistencia doFonte(String oQue, List<String> linhas) {
        var saem = new ArrayList<>(linhas.stream().filter(l -> DO_FONTE.matcher(l).find()).sorted().distinct().limit(LINHAS)
                .map(l -> l.replaceFirst("^\\[[A-Z]+\\] ", "").replace(oficina.raiz() + java.io.File.separator, "")).toList());
        if (linhas.stream().noneMatch(l -> l.startsWith("[ERROR] ") && l.contains(".java:"))) {
            linhas.stream().filter(l -> l.startsWith("[ERROR]")).limit(LINHAS_SEM_FONTE).forEach(saem::add);
        }
        saem.add("");
        saem.add("Não consegui compilar " + oQue + ". Corrija o que está acima e rode de novo; o registro inteiro: " + registro);
        return new Desistencia(saem);
    }

    private static boolean algum(List<String> linhas, Pattern padrao) {
        return linhas.stream().anyMatch(l -> padrao.matcher(l).find());
    }
}
