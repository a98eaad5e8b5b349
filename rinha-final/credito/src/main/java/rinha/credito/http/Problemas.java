package rinha.credito.http;

import java.util.EnumMap;
import java.util.Map;
import rinha.credito.conta.Resultado.Indisponivel.Motivo;
import rinha.credito.conta.Resultado.Recusada;
import rinha.credito.contrato.Problema;
import rinha.credito.contrato.Recusa;

/// As respostas de erro, uma por causa.
final class Problemas {
    static final Problema CORPO_MALFORMADO = new Problema(400, "Corpo malformado", "Os pedaços do corpo (chunked) não seguem o HTTP. Confira o tamanho que cada um anuncia.");
    static final Problema CLIENTE_DESCONHECIDO = new Problema(404, "Cliente desconhecido", "Não há cliente com este id. Os ids são inteiros positivos, sem zeros à esquerda.");
    static final Problema ROTA_DESCONHECIDA = new Problema(404, "Rota desconhecida", "Não há nada neste caminho. Use /clientes/{id}/transacoes ou /clientes/{id}/extrato.");
    static final Problema METODO_NAO_PERMITIDO = new Problema(405, "Método não permitido", "Este caminho existe, mas não com este método. O cabeçalho Allow diz quais valem.");
    static final Problema CORPO_LENTO = new Problema(408, "Corpo não chegou", "O corpo não chegou inteiro dentro do prazo. Envie o pedido de uma vez.");
    static final Problema CORPO_GRANDE = new Problema(413, "Corpo grande demais", "Uma transação cabe em menos de 200 bytes. Reduza o corpo.");
    static final Problema TIPO_DE_CONTEUDO = new Problema(415, "Tipo de conteúdo não aceito", "O corpo precisa ser JSON em UTF-8. Envie Content-Type: application/json.");
    static final Problema CODIFICACAO_DO_CORPO = new Problema(415, "Codificação não aceita", "O corpo precisa vir sem compressão. Tire o Content-Encoding, ou envie identity.");
    static final Problema CURSOR_INVALIDO = new Problema(422, "Cursor inválido", "O cursor não saiu da página anterior deste cliente. Recomece sem cursor.");
    static final Problema QUANTIDADE_INVALIDA = new Problema(422, "Limite inválido", "limite precisa ser um inteiro de 1 a 100.");
    static final Problema MUITOS_PEDIDOS = new Problema(429, "Pedidos demais", "Este cliente passou do limite de pedidos. Espere o que diz Retry-After.");
    static final Problema DEFEITO = new Problema(500, "Defeito do servidor", "A culpa é do servidor, não do pedido. Procure no log pela correlação desta resposta.");
    static final Problema BANCO_FORA = de(Motivo.BANCO_FORA);

    private static final Map<Motivo, Problema> INDISPONIVEIS = new EnumMap<>(Motivo.class);
    private static final Map<Recusada, Problema> RECUSADAS = new EnumMap<>(Recusada.class);
    private static final Map<Recusa, Problema> INVALIDOS = new EnumMap<>(Recusa.class);

    static {
        for (var motivo : Motivo.values()) {
            INDISPONIVEIS.put(motivo, de(motivo));
        }
        for (var recusada : Recusada.values()) {
            RECUSADAS.put(recusada, de(recusada));
        }
        for (var recusa : Recusa.values()) {
            INVALIDOS.put(recusa, new Problema(422, "Transação inválida", recusa.detalhe()));
        }
    }

    private Problemas() {}

    static Problema por(Motivo motivo) {
        return INDISPONIVEIS.get(motivo);
    }

    static Problema por(Recusada recusada) {
        return RECUSADAS.get(recusada);
    }

    static Problema por(Recusa recusa) {
        return INVALIDOS.get(recusa);
    }

    private static Problema de(Recusada recusada) {
        return switch (recusada) {
            case SALDO_INSUFICIENTE -> new Problema(422, "Saldo insuficiente", "O débito passaria do limite do cliente. Nada foi aplicado.");
            case SALDO_FORA_DO_ALCANCE -> new Problema(422, "Saldo fora do alcance", "O saldo passaria de 9223372036854775807. Nada foi aplicado.");
            case CLIENTE_DESCONHECIDO -> CLIENTE_DESCONHECIDO;
            case DADO_RECUSADO -> new Problema(422, "Dado recusado", "O banco não aceita estes dados. Nada foi aplicado.");
        };
    }

    private static Problema de(Motivo motivo) {
        return switch (motivo) {
            case FILA_CHEIA -> indisponivel("A fila de transações está cheia. Nada foi aplicado: tente de novo.");
            case PRAZO_ESGOTADO -> indisponivel("A transação esperou demais na fila. Nada foi aplicado: tente de novo.");
            case BANCO_FORA -> indisponivel("O banco de dados não está aceitando pedidos. Nada foi aplicado: tente de novo.");
            case ENCERRANDO -> indisponivel("Esta instância está encerrando. Nada foi aplicado: tente de novo.");
            case DESFECHO_DESCONHECIDO -> indisponivel("O banco caiu durante a gravação e a transação pode ter sido aplicada. Consulte o extrato antes de repetir.");
        };
    }

    private static Problema indisponivel(String detalhe) {
        return new Problema(503, "Serviço indisponível", detalhe);
    }
}
