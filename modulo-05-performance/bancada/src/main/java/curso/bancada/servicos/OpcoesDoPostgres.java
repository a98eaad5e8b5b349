package curso.bancada.servicos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Como um PostgreSQL embutido executa.
///
/// @param configuracao itens `nome=valor` somados aos do curso; o que se repete aqui vence. A durabilidade não se desliga
/// @param prefixo o que vem antes do comando, como um `sh` que entra num cgroup e faz `exec`
public record OpcoesDoPostgres(List<String> configuracao, List<String> prefixo) {
    /// O que não está aqui tem o valor de fábrica do PostgreSQL 18 (full_page_writes=on, wal_level=replica…).
    private static final List<String> DO_CURSO = List.of("fsync=on", "synchronous_commit=on", "listen_addresses=" + Rede.LOCAL,
            "unix_socket_directories=", "max_connections=100", "shared_buffers=128MB", "log_checkpoints=off", "timezone=UTC", "log_timezone=UTC");
    private static final List<String> DURAVEIS = List.of("fsync", "synchronous_commit", "full_page_writes");

    public OpcoesDoPostgres {
        configuracao = List.copyOf(configuracao);
        prefixo = List.copyOf(prefixo);
        for (String item : configuracao) {
            if (!item.matches("[a-z_.]+=.*")) {
                throw new IllegalArgumentException("Veio «%s»; um item de configuração é nome=valor, como shared_buffers=48MB".formatted(item));
            }
            String[] partes = item.toLowerCase(Locale.ROOT).split("=", 2);
            if (DURAVEIS.contains(partes[0]) && !partes[1].equals("on")) {
                throw new IllegalArgumentException("Veio «%s»; o PostgreSQL do curso é sempre durável; retire o item".formatted(item));
            }
        }
    }

    public static OpcoesDoPostgres padrao() {
        return new OpcoesDoPostgres(List.of(), List.of());
    }

    /// Os argumentos `-c`: numa repetição, o PostgreSQL fica com o último.
    List<String> argumentos() {
        var argumentos = new ArrayList<String>();
        DO_CURSO.forEach(item -> argumentos.addAll(List.of("-c", item)));
        configuracao.forEach(item -> argumentos.addAll(List.of("-c", item)));
        return argumentos;
    }
}
