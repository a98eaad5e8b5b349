package rinha.carga;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Torna mostrável um texto que veio de fora: do servidor, do pedido ou da JVM.
public final class Texto {

    private static final int RESUMO = 240;
    private static final Pattern QUEBRAS = Pattern.compile("\\r\\n|[\\r\\n]");
    private static final Pattern INVISIVEIS = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    /// Do mais comprido para o mais curto: um contém o outro.
    private static final Map<String, String> DA_JVM = new LinkedHashMap<>();

    static {
        DA_JVM.put("Connection reset by peer", "o servidor cortou a conexão");
        DA_JVM.put("Connection reset", "o servidor cortou a conexão");
        DA_JVM.put("Broken pipe", "o servidor fechou a conexão sem ler tudo");
        DA_JVM.put("Connection refused", "ninguém atendeu");
        DA_JVM.put("Connection timed out", "a conexão não se abriu a tempo");
        DA_JVM.put("No route to host", "não há rota até o servidor");
        DA_JVM.put("Network is unreachable", "a rede não se alcança");
        DA_JVM.put("Cannot assign requested address", "faltou uma porta nesta máquina");
        DA_JVM.put("Too many open files", "faltaram descritores nesta máquina");
    }

    private Texto() {
    }

    /// Traduz o que a JVM diz em inglês das conexões, onde quer que esteja no texto.
    public static String emPortugues(String texto) {
        String traduzido = texto;
        for (Map.Entry<String, String> frase : DA_JVM.entrySet()) {
            traduzido = traduzido.replace(frase.getKey(), frase.getValue());
        }
        return traduzido;
    }

    /// Mostra o que um terminal obedeceria: uma quebra de linha vira «⏎»; os caracteres de controle, também os de além do ASCII, e os que
    /// invertem a escrita viram uma contrabarra e o código deles.
    public static String visivel(String texto) {
        return INVISIVEIS.matcher(QUEBRAS.matcher(texto).replaceAll("⏎")).replaceAll(m -> "\\\\" + codigo(m.group().codePointAt(0)));
    }

    private static String codigo(int caractere) {
        return caractere == '\t' ? "t" : "u%04x".formatted(caractere);
    }

    /// Corta o que passa de 240 caracteres, e diz quantos eram. Conta pontos de código: o corte não parte um emoji.
    public static String resumido(String texto) {
        int caracteres = texto.codePointCount(0, texto.length());
        return caracteres <= RESUMO ? texto : texto.substring(0, texto.offsetByCodePoints(0, RESUMO)) + "… (" + caracteres + " caracteres)";
    }
}
