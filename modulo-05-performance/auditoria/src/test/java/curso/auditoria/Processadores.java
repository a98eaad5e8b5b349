package curso.auditoria;

import curso.bancada.correcao.Corretor;

/// Onde uma correção roda: o veredito não pode depender de quantos processadores a máquina tem.
enum Processadores {
    TODOS, UM;

    Corretor.Opcoes aplicar(Corretor.Opcoes opcoes) {
        return this == UM ? opcoes.comUmProcessador() : opcoes;
    }
}
