package rinha.arena.orcamento;

import java.time.Duration;

/// O que um serviço gastou até um instante. `-1` onde o sistema não diz.
///
/// @param cpu     tempo de processador desde que ele nasceu
/// @param memoria bytes que não se podem devolver: páginas anônimas e memória compartilhada, sem o cache de arquivos
public record Consumo(Duration cpu, long memoria) {
    public static final long DESCONHECIDA = -1;
}
