package rinha.credito.armazenamento;

import java.nio.file.Path;
import java.time.Duration;

/// Onde está o arquivo e quanto se espera por ele.
///
/// @param leitores conexões de leitura, cada uma com a sua thread
/// @param prazo quanto se espera pela vez de escrever, disputada com as outras instâncias
public record OpcoesSqlite(Path arquivo, int leitores, Duration prazo) {
    public OpcoesSqlite {
        if (arquivo.getFileName() == null) {
            throw new IllegalArgumentException("CREDITO_SQLITE_ARQUIVO=" + arquivo + ": isto é uma pasta; dê o caminho de um arquivo");
        }
        if (leitores < 1) {
            throw new IllegalArgumentException("leitores=" + leitores + ": é preciso ao menos um; corrija CREDITO_POOL_TAMANHO");
        }
    }
}
