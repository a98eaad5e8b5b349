package rinha.credito;

import curso.bancada.servicos.Banco;
import curso.bancada.servicos.Servicos;

/// O PostgreSQL de todos os testes deste módulo, iniciado no primeiro uso; a bancada o encerra com o processo.
final class Bancos {
    private static final Servicos SERVICOS = Servicos.paraTestes();

    private Bancos() {}

    static Banco novo() {
        return SERVICOS.postgres().novoBanco();
    }
}
