package rinha.carga;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/// Servidor que recebe a carga: endereço já resolvido e o caminho da URL dada.
///
/// @param endereco  para onde as conexões vão; resolvido uma vez, para que o DNS não entre na medida
/// @param cabecalho valor do cabeçalho `Host`
/// @param caminho   caminho e consulta da URL; `/` quando ela não traz um
public record Alvo(InetSocketAddress endereco, String cabecalho, String caminho) {

    public Alvo {
        Exigir.que(!endereco.isUnresolved(), "o nome %s não resolve: confira a URL", endereco.getHostString());
    }

    /// Lê uma URL `http://host[:porta][/caminho]`.
    ///
    /// @throws IllegalArgumentException se não é HTTP em claro, ou se o nome não resolve
    public static Alvo de(String url) {
        URI uri = uri(url);
        Exigir.que("http".equalsIgnoreCase(uri.getScheme()),
                "URL «%s»: o gerador fala HTTP em claro; comece por http://", url);
        Exigir.que(uri.getHost() != null || !String.valueOf(uri.getRawAuthority()).contains("_"),
                "URL «%s»: um nome de máquina não pode ter _; use o endereço IP, ou outro nome", url);
        Exigir.que(uri.getHost() != null || !String.valueOf(uri.getRawAuthority()).matches("[^@:]+:.*"),
                "URL «%s»: a porta é um número, de 1 a 65535", url);
        Exigir.que(uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null,
                "URL «%s»: escreva http://host:porta/caminho, sem usuário nem #", url);
        int porta = uri.getPort() == -1 ? 80 : uri.getPort();
        Exigir.que(porta >= 1 && porta <= 65_535, "URL «%s»: a porta vai de 1 a 65535", url);
        String caminho = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String consulta = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Alvo(resolver(uri.getHost(), porta), uri.getHost() + (porta == 80 ? "" : ":" + porta),
                caminho + consulta);
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "URL «%s» não é uma URL: escreva http://host:porta/caminho".formatted(url), e);
        }
    }

    private static InetSocketAddress resolver(String host, int porta) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), porta);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("o nome %s não resolve: confira a URL".formatted(host), e);
        }
    }

    /// Diz se o endereço é o desta própria máquina: carga para fora precisa de permissão explícita.
    public boolean ehLocal() {
        return endereco.getAddress().isLoopbackAddress();
    }

    /// Devolve a URL de base, sem o caminho.
    public String base() {
        return "http://" + cabecalho;
    }
}
