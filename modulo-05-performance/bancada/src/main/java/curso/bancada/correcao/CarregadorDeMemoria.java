package curso.bancada.correcao;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/// Carrega as classes recém-compiladas, com a guarda contra `System.exit`; o resto vem da bancada.
///
/// As classes compiladas têm precedência sobre o classpath: é isso que permite corrigir a partida, a solução e
/// cada armadilha, todas com o mesmo nome, na mesma JVM.
final class CarregadorDeMemoria extends ClassLoader {

    private final Map<String, byte[]> classes;

    CarregadorDeMemoria(Map<String, byte[]> classes) {
        super(CarregadorDeMemoria.class.getClassLoader());
        this.classes = classes;
    }

    /// Os bytes de uma classe recém-compilada, como se viessem de um arquivo: [Intercalacao] os lê.
    @Override
    public InputStream getResourceAsStream(String nome) {
        byte[] bytes = nome.endsWith(".class") ? classes.get(nome.substring(0, nome.length() - ".class".length()).replace('/', '.')) : null;
        return bytes == null ? super.getResourceAsStream(nome) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> loadClass(String nome, boolean resolver) throws ClassNotFoundException {
        byte[] bytes = classes.get(nome);
        if (bytes == null) {
            return super.loadClass(nome, resolver);
        }
        synchronized (getClassLoadingLock(nome)) {
            Class<?> carregada = findLoadedClass(nome);
            if (carregada == null) {
                byte[] protegida = GuardaDeSaida.proteger(bytes);
                carregada = defineClass(nome, protegida, 0, protegida.length);
            }
            return carregada;
        }
    }
}
