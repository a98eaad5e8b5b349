package curso.auditoria;

import curso.bancada.correcao.Corretor;

/// Onde uma correção roda: o veredito não pode depender de quantos processadores a máquina tem.
enum Processadores {
    TODOS("todos os processadores"), UM("um processador");

    private final String emPalavras;

    Processadores(String emPalavras) {
        this.emPalavras = emPalavras;
    }

    @Override
    public String toString() {
        return emPalavras;
    }

    Corretor.Opcoes aplicar(Corretor.Opcoes opcoes) {
        return this == UM ? opcoes.comUmProcessador() : opcoes;
    }
}
