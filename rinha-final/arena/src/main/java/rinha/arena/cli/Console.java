package rinha.arena.cli;

import curso.bancada.medicao.Texto;
import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rinha.carga.tela.Terminal;

/// Onde a arena escreve: a resposta na saída, o andamento e os avisos nos erros.
///
/// @param terminal o que se sabe da saída: se redesenha, se pinta, a largura
record Console(PrintStream saida, PrintStream erros, Terminal terminal) {

    /// A mesma, com a resposta indo para os erros: a saída fica para o JSON.
    Console soErros() {
        return new Console(erros, erros, new Terminal(false, false, terminal.largura()));
    }

    void linha(String texto) {
        saida.println(texto);
    }

    void linha() {
        saida.println();
    }

    /// O que se está fazendo: uma linha que a próxima apaga; fora de um terminal, uma linha nos erros.
    void andamento(String texto) {
        erros.print(terminal.redesenha() ? "\r\u001b[K" + numaLinha(texto) : texto.isEmpty() ? "" : texto + "\n");
        erros.flush();
    }

    /// Uma linha que o terminal dobrasse só seria apagada pela metade.
    private String numaLinha(String texto) {
        int cabem = Math.max(1, terminal.largura() - 4);
        return texto.isEmpty() ? "" : "  " + (texto.length() > cabem ? texto.substring(0, cabem).stripTrailing() : texto) + "…";
    }

    /// Um parágrafo, dobrado na largura do terminal e recuado como a primeira linha.
    void dobrada(String recuo, String texto) {
        Texto.quebrar(texto, Math.max(30, terminal.largura() - recuo.length())).forEach(linha -> linha(recuo + linha));
    }

    void erro(String oQue, String proximoPasso) {
        andamento("");
        avisar(pintar("31", "✗ "), semControles(oQue));
        if (!proximoPasso.isBlank()) {
            avisar("  ", proximoPasso);
        }
    }

    void aviso(String texto) {
        avisar(pintar("33", "! "), semControles(texto));
    }

    /// Num terminal, quebra entre palavras; quem lê de um cano quer a linha inteira.
    private void avisar(String comeco, String texto) {
        var linhas = texto.lines().flatMap(l -> terminal.redesenha() ? Texto.quebrar(l, Math.max(30, terminal.largura() - 2)).stream() : Stream.of(l)).toList();
        String recuo = comeco;
        for (String linha : linhas) {
            erros.println(recuo + linha);
            recuo = terminal.redesenha() ? "  " : "";
        }
    }

    /// O texto pode trazer o que um servidor respondeu, e ele não manda no terminal de quem o avalia.
    private static String semControles(String texto) {
        return texto.lines().map(rinha.carga.Texto::visivel).collect(Collectors.joining("\n"));
    }

    String titulo(String texto) {
        return pintar("1;36", texto);
    }

    String fraco(String texto) {
        return pintar("2", texto);
    }

    String certo(String texto) {
        return pintar("32", texto);
    }

    String destaque(String texto) {
        return pintar("36", texto);
    }

    private String pintar(String tinta, String texto) {
        return terminal.cores() ? "\u001b[" + tinta + "m" + texto + "\u001b[0m" : texto;
    }

    /// Se quem lia a saída se foi: `./curso rinha subir | head -1`.
    boolean semLeitor() {
        return saida.checkError();
    }
}
