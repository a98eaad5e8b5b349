package curso.cli.exercicio;

import curso.cli.markdown.EmTerminal;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Recusa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// As dicas de um exercício, da que pergunta à que quase chega lá.
public record Dicas(List<String> niveis) {

    private static final Pattern NIVEL = Pattern.compile("(?m)^## \\d+[^\\n]*\\n");

    /// Mostra a dica seguinte à última vista e anota no progresso; devolve se há outra depois dela.
    public static boolean mostrarProxima(Contexto contexto, Escolha.Exercicio exercicio, boolean desdeOInicio) {
        var dicas = ler(contexto, exercicio);
        int vista = desdeOInicio ? 0 : contexto.diario().ler().exercicio(exercicio.numero()).dicas();
        int nivel = Math.min(vista + 1, dicas.quantas());
        dicas.mostrar(contexto, exercicio, nivel);
        contexto.diario().atualizar(p -> p.comExercicio(exercicio.numero(), a -> a.comDica(nivel)));
        return nivel < dicas.quantas();
    }

    private void mostrar(Contexto contexto, Escolha.Exercicio exercicio, int nivel) {
        var tela = contexto.tela();
        var pincel = tela.pincel();
        tela.linha();
        tela.linha("  " + pincel.titulo("Dica " + nivel + " de " + quantas()) + pincel.fraco(" · " + exercicio.numero()
                + " " + exercicio.ficha().titulo()));
        tela.linha();
        for (var linha : EmTerminal.linhas(nivel(nivel), "exercicios/dicas", tela.largura() - 4, pincel)) {
            tela.linha(linha.isEmpty() ? "" : "  " + linha);
        }
        tela.linha();
        tela.linha("  " + pincel.fraco(nivel < quantas() ? "Ainda travado? ./curso dica " + exercicio.numero() + " mostra a próxima."
                : "Esta é a última. ./curso dica " + exercicio.numero() + " --desde-o-inicio volta à primeira."));
        tela.linha();
    }

    static Dicas ler(Contexto contexto, Escolha.Exercicio exercicio) {
        var arquivo = contexto.casa().dicas(exercicio.ficha());
        if (!Files.isRegularFile(arquivo)) {
            throw Recusa.de("O exercício " + exercicio.numero() + " não tem dicas em " + contexto.relativo(arquivo) + ".",
                    "Recupere o arquivo: git checkout -- exercicios/dicas");
        }
        try {
            return de(Files.readString(arquivo));
        } catch (IOException e) {
            throw new UncheckedIOException("não consegui ler " + arquivo + ": " + e.getMessage(), e);
        }
    }

    static Dicas de(String markdown) {
        var niveis = new ArrayList<String>();
        var pedacos = NIVEL.split(markdown.replace("\r\n", "\n"));
        for (int i = 1; i < pedacos.length; i++) {
            niveis.add(pedacos[i].strip());
        }
        if (niveis.isEmpty()) {
            throw Recusa.de("O arquivo de dicas não tem nenhuma seção «## 1».", "Recupere-o: git checkout -- exercicios/dicas");
        }
        return new Dicas(List.copyOf(niveis));
    }

    int quantas() {
        return niveis.size();
    }

    String nivel(int nivel) {
        return niveis.get(nivel - 1);
    }
}
