package exercicios.aula03_pool;

import curso.bancada.servicos.Banco;
import org.postgresql.ds.PGSimpleDataSource;

/// O banco do teste, que espera até um minuto para abrir uma conexão.
///
/// O HikariCP manda o driver desistir de abrir no tempo do seu `connectionTimeout`, com mínimo de 1 s. Numa máquina
/// ocupada, abrir demora mais que isso, e o teste não é sobre a pressa da máquina. O pool também lê este prazo, para saber
/// quanto esperar, ao fechar, por uma conexão que ainda está sendo aberta: por isso ele não pode ser zero.
class BancoPaciente extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;
    private static final int PACIENCIA_EM_SEGUNDOS = 60;

    BancoPaciente(Banco banco) {
        setUrl(banco.url());
        setUser(banco.usuario());
        setPassword(banco.senha());
    }

    @Override
    public void setLoginTimeout(int segundos) {
        super.setLoginTimeout(Math.max(PACIENCIA_EM_SEGUNDOS, segundos));
    }
}
