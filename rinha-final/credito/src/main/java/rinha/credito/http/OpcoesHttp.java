package rinha.credito.http;

import java.time.Duration;

/// O que o servidor HTTP aceita e quanto espera.
///
/// @param ocioso quanto uma conexão fica aberta sem pedidos
/// @param pedido quanto se espera pelos cabeçalhos de um pedido e, depois, pelo corpo
/// @param encerramento quanto se espera, ao encerrar, pelos pedidos em curso
/// @param dreno quanto, ao encerrar, ainda se atende antes de fechar a porta
public record OpcoesHttp(String endereco, int porta, Duration ocioso, Duration pedido, Duration encerramento, Duration dreno,
        int corpoMaximo, int conexoesMaximas, boolean compressao) {}
