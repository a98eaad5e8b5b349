package curso.bancada.instrumentos;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/// Conta o que um código pede ao banco: cada `execute` é uma ida e volta, e um lote (`executeBatch`) inteiro também.
///
/// Não conta `BEGIN`, `COMMIT` nem a abertura da conexão: só comandos executados.
public final class ContadorDeConsultas {
    private final AtomicInteger idasEVoltas = new AtomicInteger();
    private final List<String> consultas = new CopyOnWriteArrayList<>();
    private final DataSource dataSource;

    private ContadorDeConsultas(DataSource original) {
        this.dataSource = ProxyDataSourceBuilder.create(original).listener(new Ouvinte()).build();
    }

    public static ContadorDeConsultas sobre(DataSource original) {
        return new ContadorDeConsultas(original);
    }

    /// O mesmo `DataSource`, contado; entregue este ao código observado.
    public DataSource dataSource() {
        return dataSource;
    }

    public int idasEVoltas() {
        return idasEVoltas.get();
    }

    /// O SQL executado, na ordem; um lote aparece uma vez.
    public List<String> consultas() {
        return List.copyOf(consultas);
    }

    public void zerar() {
        idasEVoltas.set(0);
        consultas.clear();
    }

    private final class Ouvinte implements QueryExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execucao, List<QueryInfo> lista) {
            idasEVoltas.incrementAndGet();
            lista.stream().map(QueryInfo::getQuery).distinct().forEach(consultas::add);
        }

        @Override
        public void afterQuery(ExecutionInfo execucao, List<QueryInfo> lista) {
            // A contagem é feita antes: uma consulta que falha também foi ao servidor.
        }
    }
}
