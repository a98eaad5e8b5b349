package rinha.carga;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/// Parte de um pedido HTTP/1.1 que não muda de um pedido para outro, já em bytes.
///
/// Cada pedido do laço quente copia estes bytes: nada é formatado nem codificado por pedido.
public final class Molde {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern CAMINHO = Pattern.compile("/[!-~]*");
    private static final Pattern VALOR = Pattern.compile("[ -~]*");

    private final String rota;
    private final String metodo;
    private final String caminho;
    private final byte[] linha;
    private final byte[] cabecalhos;

    /// @param rota       nome sob o qual as medidas são agrupadas, por exemplo `débito`
    /// @param metodo     método HTTP
    /// @param caminho    começa por `/`; com a consulta, se houver
    /// @param cabecalhos além de `Host` e `Content-Length`, que o motor escreve
    public Molde(String rota, String metodo, String caminho, Map<String, String> cabecalhos) {
        Exigir.que(TOKEN.matcher(metodo).matches(), "método «%s»: use só letras, como GET ou POST", metodo);
        Exigir.que(!metodo.equals("CONNECT") && !metodo.equals("HEAD"), "método %s: o gerador não o fala", metodo);
        Exigir.que(CAMINHO.matcher(caminho).matches(),
                "caminho «%s»: comece por / e codifique espaços e acentos com %%XX", caminho);
        this.rota = rota;
        this.metodo = metodo;
        this.caminho = caminho;
        this.linha = (metodo + " " + caminho + " HTTP/1.1\r\n").getBytes(StandardCharsets.US_ASCII);
        this.cabecalhos = codificar(cabecalhos);
    }

    public static Molde get(String rota, String caminho) {
        return new Molde(rota, "GET", caminho, Map.of());
    }

    /// Devolve o molde de um POST com corpo JSON.
    public static Molde postJson(String rota, String caminho) {
        return new Molde(rota, "POST", caminho, Map.of("Content-Type", "application/json"));
    }

    private static byte[] codificar(Map<String, String> cabecalhos) {
        StringBuilder s = new StringBuilder();
        cabecalhos.forEach((nome, valor) -> {
            Exigir.que(TOKEN.matcher(nome).matches() && VALOR.matcher(valor).matches(),
                    "cabeçalho «%s: %s»: o nome é um token e o valor é ASCII sem quebra de linha", nome, valor);
            Exigir.que(!nome.equalsIgnoreCase("Host") && !nome.equalsIgnoreCase("Content-Length")
                    && !nome.equalsIgnoreCase("Transfer-Encoding") && !nome.equalsIgnoreCase("Connection"),
                    "cabeçalho %s: quem o escreve é o motor; tire-o da lista", nome);
            s.append(nome).append(": ").append(valor).append("\r\n");
        });
        return s.toString().getBytes(StandardCharsets.US_ASCII);
    }

    public String rota() {
        return rota;
    }

    public String metodo() {
        return metodo;
    }

    public String caminho() {
        return caminho;
    }

    /// Bytes da linha do pedido, com a quebra. Não altere.
    public byte[] linha() {
        return linha;
    }

    /// Bytes dos cabeçalhos fixos, cada um com a quebra. Não altere.
    public byte[] cabecalhos() {
        return cabecalhos;
    }
}
