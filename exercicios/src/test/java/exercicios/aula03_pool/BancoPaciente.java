package exercicios.aula03_pool;

import curso.bancada.servicos.Banco;
import org.postgresql.ds.PGSimpleDataSource;

/// O banco do teste, que espera o quanto for preciso para abrir uma conexão.
///
/// O HikariCP manda o driver desistir de abrir no tempo do seu `connectionTimeout`, com mínimo de 1 s. Numa máquina
/// ocupada, abrir demora mais que isso, e o teste não é sobre a pressa da máquina.
class BancoPaciente extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    BancoPaciente(Banco banco) {
        setUrl(banco.url());
        setUser(banco.usuario());
        setPassword(banco.senha());
    }

    @Override
    public void setLoginTimeout(int segundos) {
        // De propósito: ver acima.
    }
}
